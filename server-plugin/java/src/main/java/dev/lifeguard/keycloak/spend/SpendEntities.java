package dev.lifeguard.keycloak.spend;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

import dev.lifeguard.keycloak.sms.GatewayOptions;

/** The tables of the ledger, which Keycloak makes at its start like its own, and what keeps them small. */
public final class SpendEntities implements JpaEntityProviderFactory, JpaEntityProvider {

    private static final int DEFAULT_PURGE_INTERVAL_IN_SECONDS = 60;

    private int purgeIntervalInSeconds;

    @Override
    public List<Class<?>> getEntities() {
        return List.of(SpendMonth.class, SpentText.class, SpendTally.class, SpendAlert.class, LimitRequest.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/lifeguard-changelog.xml";
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
        purgeIntervalInSeconds = new GatewayOptions("jpa-entity-provider", getId(), config)
                .number("purgeIntervalInSeconds", DEFAULT_PURGE_INTERVAL_IN_SECONDS);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                SpendPurge.removeRealm(removed.getKeycloakSession().getProvider(JpaConnectionProvider.class).getEntityManager(),
                        removed.getRealm().getId());
            }
        });
        try (KeycloakSession session = factory.create()) {
            long interval = purgeIntervalInSeconds * 1_000L;
            session.getProvider(TimerProvider.class).schedule(new ClusterAwareScheduledTaskRunner(factory, new SpendPurge(), interval), interval);
        }
    }

    @Override
    public void close() {
    }

    @Override
    public String getId() {
        return "lifeguard";
    }
}
