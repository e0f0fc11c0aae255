package dev.lifeguard.keycloak.state;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;

/**
 * A count that parallel requests on any node can't pass: numbered places, each taken by one {@code putIfAbsent}. Keycloak has
 * no atomic increment.
 */
public final class AttemptPlaces {

    private final SingleUseObjectProvider objects;
    private final String prefix;

    public AttemptPlaces(KeycloakSession session, RealmModel realm, UserModel user, String purpose, String id) {
        this.objects = session.singleUseObjects();
        this.prefix = UserKeys.prefix(realm, user, purpose) + "attempt:" + id + ":";
    }

    /** @return the place, from 1; 0 when all are taken */
    public int take(int limit, long lifeInSeconds) {
        for (int place = 1; place <= limit; place++) {
            if (objects.putIfAbsent(prefix + place, lifeInSeconds)) {
                return place;
            }
        }
        return 0;
    }

    public void release(int place) {
        objects.remove(prefix + place);
    }
}
