package dev.lifeguard.keycloak.spend;

import java.time.Instant;
import java.util.List;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;

import dev.lifeguard.keycloak.ports.PoolClock;
import jakarta.persistence.EntityManager;

/**
 * Clears what the ledger no longer needs, on one node at a time. A reservation that nobody settled was made by a request that died: its
 * text may have gone out, so it is settled as unanswered and stays paid for.
 */
final class SpendPurge implements ScheduledTask {

    private static final long SETTLED_AFTER_MILLIS = 15 * 60_000L;
    private static final long TEXTS_KEPT_MILLIS = 3 * 86_400_000L;
    /** Thirteen months: a report of the same month last year still stands. */
    private static final long TALLIES_KEPT_MILLIS = 400 * 86_400_000L;
    private static final int BATCH = 500;

    @Override
    public void run(KeycloakSession session) {
        EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        SpendLedger ledger = new SpendLedger(session.getKeycloakSessionFactory());
        PoolClock clock = PoolClock.ofServer();
        for (String realmId : entities.createQuery("select distinct m.realmId from SpendMonth m", String.class).getResultList()) {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                removeRealm(entities, realmId);
            } else {
                settleForgotten(entities, ledger, realmId, clock.millis(realm));
                purge(entities, realmId, clock.millis(realm));
            }
        }
    }

    private static void settleForgotten(EntityManager entities, SpendLedger ledger, String realmId, long now) {
        List<String> unsettled = entities.createQuery("select t.id from SpentText t where t.realmId = :realm and t.state = :reserved"
                + " and t.reservedAt < :before", String.class)
                .setParameter("realm", realmId).setParameter("reserved", SpentText.State.RESERVED)
                .setParameter("before", now - SETTLED_AFTER_MILLIS).setMaxResults(BATCH).getResultList();
        unsettled.forEach(id -> ledger.settle(id, SpentText.State.UNANSWERED));
    }

    private static void purge(EntityManager entities, String realmId, long now) {
        entities.createQuery("delete from SpentText t where t.realmId = :realm and t.reservedAt < :before and t.state <> :reserved")
                .setParameter("realm", realmId).setParameter("reserved", SpentText.State.RESERVED)
                .setParameter("before", now - TEXTS_KEPT_MILLIS).executeUpdate();
        String oldestDay = Instant.ofEpochMilli(now - TALLIES_KEPT_MILLIS).toString().substring(0, 10);
        entities.createQuery("delete from SpendTally t where t.realmId = :realm and t.day < :day")
                .setParameter("realm", realmId).setParameter("day", oldestDay).executeUpdate();
        for (String table : List.of("SpendMonth", "SpendAlert")) {
            entities.createQuery("delete from " + table + " e where e.realmId = :realm and e.month < :month")
                    .setParameter("realm", realmId).setParameter("month", oldestDay.substring(0, 7)).executeUpdate();
        }
    }

    /** All that is kept of a realm goes with it. */
    static void removeRealm(EntityManager entities, String realmId) {
        for (String table : List.of("SpentText", "SpendTally", "SpendMonth", "SpendAlert", "LimitRequest")) {
            entities.createQuery("delete from " + table + " e where e.realmId = :realm").setParameter("realm", realmId).executeUpdate();
        }
    }

    @Override
    public String getTaskName() {
        return "lifeguard-spend-purge";
    }
}
