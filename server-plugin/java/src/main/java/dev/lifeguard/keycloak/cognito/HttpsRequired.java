package dev.lifeguard.keycloak.cognito;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import dev.lifeguard.keycloak.engine.CoreEngine;

/** The request came over plain HTTP, which the realm does not allow to where it came from. */
public final class HttpsRequired extends CoreEngine.HostRefusal {

    private static final long serialVersionUID = 1L;

    private HttpsRequired() {
        super("HTTPS required");
    }

    /** @throws HttpsRequired */
    public static void check(KeycloakSession session, RealmModel realm) {
        if (realm.getSslRequired().isRequired(session.getContext().getConnection())
                && !"https".equals(session.getContext().getUri().getBaseUri().getScheme())) {
            throw new HttpsRequired();
        }
    }
}
