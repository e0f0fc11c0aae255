package dev.lifeguard.keycloak.factorshare;

import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

import dev.lifeguard.keycloak.ports.PoolRealms;

/** Counts once a day, on one node, in every realm that has a policy, each in a transaction of its own. */
final class DailyFactorCount implements ScheduledTask {

    @Override
    public void run(KeycloakSession session) {
        PoolRealms.ids(session).forEach(realmId -> new FactorDays(session.getKeycloakSessionFactory(), realmId).count(false));
    }

    @Override
    public String getTaskName() {
        return "lifeguard-factor-count";
    }
}
