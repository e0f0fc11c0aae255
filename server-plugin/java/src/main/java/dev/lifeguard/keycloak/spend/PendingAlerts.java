package dev.lifeguard.keycloak.spend;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

import jakarta.persistence.EntityManager;

/** The alerts that nobody outside has taken yet. */
final class PendingAlerts {

    private static final int BATCH = 100;
    /** Not the empty text, which Oracle takes for none. */
    private static final String BEFORE_ALL_REALMS = " ";

    private final KeycloakSessionFactory sessions;

    PendingAlerts(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Hands out what is pending, in the order in which it was reached.
     * @param oldestMonth {@code 2026-11}: what was not taken in its month is history
     * @param deliver whether the alert was taken; if not, it is handed out another time, and so are those of the same realm behind it
     */
    void deliver(String oldestMonth, Predicate<SpendAlert> deliver) {
        deliver(realmId -> behind(realmId, oldestMonth), deliver, this::markDelivered);
    }

    /**
     * Goes on behind a realm whose alerts are not taken: none of the others waits for it.
     * @param behind the first pending alerts of realms behind this one, by realm
     */
    static void deliver(Function<String, List<SpendAlert>> behind, Predicate<SpendAlert> deliver, Consumer<SpendAlert> markDelivered) {
        String failed = BEFORE_ALL_REALMS;
        for (List<SpendAlert> pending = behind.apply(failed); !pending.isEmpty(); pending = behind.apply(failed)) {
            for (SpendAlert alert : pending) {
                if (alert.realmId().equals(failed)) {
                    continue;
                }
                if (deliver.test(alert)) {
                    markDelivered.accept(alert);
                } else {
                    failed = alert.realmId();
                }
            }
        }
    }

    private List<SpendAlert> behind(String realmId, String oldestMonth) {
        return inTransaction(entities -> entities.createQuery("select a from SpendAlert a where a.delivered = false"
                + " and a.month >= :month and a.realmId > :realm order by a.realmId, a.month, a.limit, a.percent", SpendAlert.class)
                .setParameter("month", oldestMonth).setParameter("realm", realmId).setMaxResults(BATCH).getResultList());
    }

    private void markDelivered(SpendAlert alert) {
        inTransaction(entities -> entities.createQuery("update SpendAlert a set a.delivered = true where a.realmId = :realm"
                + " and a.month = :month and a.limit = :limit and a.percent = :percent")
                .setParameter("realm", alert.realmId()).setParameter("month", alert.month())
                .setParameter("limit", alert.limitInMicroUsd()).setParameter("percent", alert.percent()).executeUpdate());
    }

    private <Result> Result inTransaction(Function<EntityManager, Result> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions,
                session -> work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager()));
    }
}
