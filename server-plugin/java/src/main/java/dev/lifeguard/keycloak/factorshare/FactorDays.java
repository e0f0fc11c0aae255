package dev.lifeguard.keycloak.factorshare;

import java.time.Instant;
import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import dev.lifeguard.keycloak.ports.PoolClock;
import jakarta.persistence.EntityManager;

/** The counts of one realm, a row for each day. */
final class FactorDays {

    /** However many look, the users are counted no more often. */
    private static final long FRESH_FOR_MILLIS = 5 * 60_000L;
    private static final long KEPT_MILLIS = 400 * 86_400_000L;
    private static final int SHOWN = 90;
    private static final Logger LOG = Logger.getLogger(FactorDays.class);

    private final KeycloakSessionFactory sessions;
    private final String realmId;

    FactorDays(KeycloakSessionFactory sessions, String realmId) {
        this.sessions = sessions;
        this.realmId = realmId;
    }

    /** Counts, unless that was done on this day and, if {@code fresh} is wanted, a moment ago. */
    void count(boolean fresh) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm != null) {
                    count(session, realm, fresh);
                }
            });
        } catch (ModelDuplicateException e) {
            LOG.debugf("The factors of realm %s were counted by another request at the same moment, and its row stands", realmId);
        }
    }

    private void count(KeycloakSession session, RealmModel realm, boolean fresh) {
        EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        long now = PoolClock.ofServer().millis(realm);
        String today = day(now);
        FactorDay row = entities.find(FactorDay.class, new FactorDay.Key(realmId, today));
        if (row != null && (!fresh || now - row.countedAt() < FRESH_FOR_MILLIS)) {
            return;
        }
        if (row == null) {
            entities.createQuery("delete from FactorDay d where d.realmId = :realm and d.day < :day")
                    .setParameter("realm", realmId).setParameter("day", day(now - KEPT_MILLIS)).executeUpdate();
            row = new FactorDay(realmId, today);
            row.set(FactorCount.of(session, realm), now);
            entities.persist(row);
            // Here and not at the commit, where a row that is there already is any other failure.
            entities.flush();
        } else {
            row.set(FactorCount.of(session, realm), now);
        }
    }

    /** The newest first. */
    List<FactorDay> newest(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager()
                .createQuery("select d from FactorDay d where d.realmId = :realm order by d.day desc", FactorDay.class)
                .setParameter("realm", realmId).setMaxResults(SHOWN).getResultList();
    }

    static void removeRealm(KeycloakSession session, String realmId) {
        session.getProvider(JpaConnectionProvider.class).getEntityManager()
                .createQuery("delete from FactorDay d where d.realmId = :realm").setParameter("realm", realmId).executeUpdate();
    }

    private static String day(long millis) {
        return Instant.ofEpochMilli(millis).toString().substring(0, 10);
    }
}
