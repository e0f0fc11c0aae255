package dev.lifeguard.keycloak.lockout;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtectorFactory;

public final class ReadOnlyUserProtectorFactory extends DefaultBruteForceProtectorFactory {

    private BruteForceProtector protector;

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        super.postInit(factory);
        protector = new ReadOnlyUserProtector(factory, super.create(null));
    }

    @Override
    public BruteForceProtector create(KeycloakSession session) {
        return protector;
    }

    /** Before Keycloak's own provider of the same id. */
    @Override
    public int order() {
        return 100;
    }
}
