package dev.lifeguard.keycloak.cognito.tokens;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.representations.RefreshToken;

/**
 * Which refresh tokens were exchanged for others, for as long as they would still be good. Marks are set once, on all nodes. Sessions outlive a
 * restart, so what ends a token has to: Keycloak keeps marks of revoked tokens in the database.
 */
final class Rotation {

    private static final long CLAIM_IN_SECONDS = 60;

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
        // One request alone writes the mark: two rows of the same key would let the later transaction fail.
        if (objects.contains(rotated(token)) || !objects.putIfAbsent(claim(token), CLAIM_IN_SECONDS)) {
            return objects.contains(grace(token));
        }
        return objects.putIfAbsent(rotated(token), lifeInSeconds(token)) || objects.contains(grace(token));
    }

    private static long lifeInSeconds(RefreshToken token) {
        long left = token.getExp() == null || token.getExp() == 0 ? Integer.MAX_VALUE : token.getExp() - Time.currentTimeMillis() / 1_000;
        return Math.max(1, left + 1);
    }

    private static String rotated(RefreshToken token) {
        return "lifeguard:rotated:" + token.getSessionId() + ":" + token.getId() + SingleUseObjectProvider.REVOKED_KEY;
    }

    private static String claim(RefreshToken token) {
        return "lifeguard:rotation-claim:" + token.getSessionId() + ":" + token.getId();
    }

    private static String grace(RefreshToken token) {
        return "lifeguard:rotation-grace:" + token.getSessionId() + ":" + token.getId();
    }
}
