package dev.lifeguard.keycloak.spend;

import java.util.List;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The tables of the ledger, which Keycloak makes at its start like its own. */
public final class SpendEntities implements JpaEntityProviderFactory, JpaEntityProvider {

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
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
    }

    @Override
    public void close() {
    }

    @Override
    public String getId() {
        return "lifeguard";
    }
}
