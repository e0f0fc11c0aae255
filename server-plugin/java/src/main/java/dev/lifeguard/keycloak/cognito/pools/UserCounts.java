package dev.lifeguard.keycloak.cognito.pools;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** How many users a realm has, as it was within the last minute: every request opens a realm, and hardly one is about this number. */
public final class UserCounts {

    private static final long KEPT_IN_MILLIS = 60_000;
    private static final int MOST = 10_000;

    private record Counted(int users, long atInMillis) {
    }

    private static final Map<String, Counted> COUNTED = new ConcurrentHashMap<>();

    private UserCounts() {
    }

    public static int roughly(KeycloakSession session, RealmModel realm) {
        long now = Time.currentTimeMillis();
        Counted counted = COUNTED.get(realm.getId());
        if (counted == null || now - counted.atInMillis() > KEPT_IN_MILLIS) {
            if (COUNTED.size() > MOST) {
                COUNTED.clear();
            }
            counted = new Counted(session.users().getUsersCount(realm), now);
            COUNTED.put(realm.getId(), counted);
        }
        return counted.users();
    }
}
