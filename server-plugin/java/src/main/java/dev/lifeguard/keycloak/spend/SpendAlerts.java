package dev.lifeguard.keycloak.spend;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Tells operators outside Keycloak what the month has come to. */
public interface SpendAlerts extends Provider {

    static SpendAlerts of(KeycloakSession session) {
        return session.getProvider(SpendAlerts.class);
    }

    /** There is something to tell; whoever calls does not wait for it. */
    void wake();

    @Override
    default void close() {
    }
}
