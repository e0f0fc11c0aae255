package dev.lifeguard.keycloak.admin;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

import dev.lifeguard.keycloak.core.Core;

public final class PolicyGuardFactory implements EventListenerProviderFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new PolicyGuard(session);
    }

    @Override
    public void init(Config.Scope config) {
        Core.start();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
    }

    @Override
    public void close() {
    }

    @Override
    public String getId() {
        return "lifeguard-policy-guard";
    }

    /** In every realm, without anybody having to switch it on. */
    @Override
    public boolean isGlobal() {
        return true;
    }
}
