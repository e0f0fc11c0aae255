package dev.lifeguard.keycloak.realm;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.metrics.PoolMetrics;

public final class RealmResourceFactory implements RealmResourceProviderFactory {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new Resources(session);
    }

    private record Resources(KeycloakSession session) implements RealmResourceProvider {

        @Override
        public Object getResource() {
            return new RealmResource(session);
        }

        @Override
        public void close() {
        }
    }

    @Override
    public void init(Config.Scope config) {
        Core.start();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                PoolMetrics.forget(removed.getRealm());
            }
        });
    }

    @Override
    public void close() {
    }

    @Override
    public String getId() {
        return "lifeguard";
    }
}
