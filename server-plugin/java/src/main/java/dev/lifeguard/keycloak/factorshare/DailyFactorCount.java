package dev.lifeguard.keycloak.factorshare;

import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;

/** Counts once a day, on one node, in every realm that has a policy, each in a transaction of its own. */
final class DailyFactorCount implements ScheduledTask {

    private static final String POLICY_ATTRIBUTE = "lifeguard.mfaConfiguration";

    @Override
    public void run(KeycloakSession session) {
        List<String> realms = session.realms().getRealmsStream()
                .filter(realm -> realm.getAttribute(POLICY_ATTRIBUTE) != null).map(RealmModel::getId).toList();
        realms.forEach(realmId -> new FactorDays(session.getKeycloakSessionFactory(), realmId).count(false));
    }

    @Override
    public String getTaskName() {
        return "lifeguard-factor-count";
    }
}
