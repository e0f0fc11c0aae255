package dev.lifeguard.keycloak.factorshare;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** The table of the daily counts, and the task that fills it. */
public final class FactorShareEntities implements JpaEntityProviderFactory, JpaEntityProvider {

    /** Oftener than needed, so that a server that was down at night counts soon after. */
    private static final long INTERVAL_MILLIS = 60 * 60_000L;

    @Override
    public List<Class<?>> getEntities() {
        return List.of(FactorDay.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/lifeguard-factors-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return getId();
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                FactorDays.removeRealm(removed.getKeycloakSession(), removed.getRealm().getId());
            }
        });
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(new ClusterAwareScheduledTaskRunner(factory, new DailyFactorCount(), INTERVAL_MILLIS), INTERVAL_MILLIS);
        }
    }

    @Override
    public void close() {
    }

    @Override
    public String getId() {
        return "lifeguard-factors";
    }
}
