package dev.lifeguard.keycloak.ports;

import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The realms that have a policy. */
public final class PoolRealms {

    private static final String POLICY_ATTRIBUTE = "lifeguard.mfaConfiguration";

    private PoolRealms() {
    }

    /** Keycloak's ids of them. */
    public static List<String> ids(KeycloakSession session) {
        return session.realms().getRealmsStream()
                .filter(realm -> realm.getAttribute(POLICY_ATTRIBUTE) != null).map(RealmModel::getId).toList();
    }
}
