package dev.lifeguard.keycloak.cognito.tokens;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.representations.RefreshToken;

/** Which refresh tokens were exchanged for others, for as long as they would still be good. Marks are set once, on all nodes. */
final class Rotation {

    private final SingleUseObjectProvider objects;

    Rotation(KeycloakSession session) {
        this.objects = session.singleUseObjects();
    }

    boolean isOver(RefreshToken token) {
        return objects.contains(rotated(token)) && !objects.contains(grace(token));
    }

    /** @return false when another request came first and the grace is over */
    boolean rotate(RefreshToken token, long graceInSeconds) {
        // The grace first: whoever sees that the token was rotated has to see it.
        if (graceInSeconds > 0 && !objects.contains(rotated(token))) {
            objects.putIfAbsent(grace(token), graceInSeconds);
        }
        return objects.putIfAbsent(rotated(token), lifeInSeconds(token)) || objects.contains(grace(token));
    }

    private static long lifeInSeconds(RefreshToken token) {
        long left = token.getExp() == null || token.getExp() == 0 ? Integer.MAX_VALUE : token.getExp() - Time.currentTimeMillis() / 1_000;
        return Math.max(1, left + 1);
    }

    private static String rotated(RefreshToken token) {
        return "lifeguard:rotated:" + token.getSessionId() + ":" + token.getId();
    }

    private static String grace(RefreshToken token) {
        return "lifeguard:rotation-grace:" + token.getSessionId() + ":" + token.getId();
    }
}
