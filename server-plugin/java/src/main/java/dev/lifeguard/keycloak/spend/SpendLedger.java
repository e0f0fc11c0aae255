package dev.lifeguard.keycloak.spend;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;

import dev.lifeguard.keycloak.spend.SpentText.Order;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/**
 * The money of all pools. Each method is one transaction of its own, committed when it returns, so that neither a rollback of the
 * request nor the death of the node loses what was reserved. A reservation first changes the row of the month, which lets it wait for
 * every other one of that realm: what it counts afterwards is exact, on any number of nodes.
 */
final class SpendLedger {

    /** What became of a reservation. */
    record Reservation(String id, long spentInMicroUsd, String refusal, int toldPercent) {
    }

    /** How many texts may be counted since a time; 0 for no cap. */
    record Caps(long sinceInMillis, int perUser, int perNumber, int perAddress, int perPool) {
    }

    private final KeycloakSessionFactory sessions;

    SpendLedger(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    Reservation reserve(Order order, long limitInMicroUsd, Caps caps) {
        return withRow(() -> new SpendMonth(order.realmId(), order.month()),
                () -> inTransaction(entities -> reserve(entities, order, limitInMicroUsd, caps), reservation -> reservation != null && reservation.refusal() == null));
    }

    /** @return null while the month has no row */
    private static Reservation reserve(EntityManager entities, Order order, long limitInMicroUsd, Caps caps) {
        boolean hasRoom = addToMonth(entities, order, limitInMicroUsd);
        SpendMonth month = entities.find(SpendMonth.class, new SpendMonth.Key(order.realmId(), order.month()));
        if (month == null) {
            return null;
        }
        int toldPercent = month.toldPercent(limitInMicroUsd);
        String refusal = hasRoom ? reachedCap(entities, order, caps) : "monthly-limit";
        if (refusal != null) {
            return new Reservation(null, month.spentInMicroUsd(), refusal, toldPercent);
        }
        SpentText text = new SpentText(UUID.randomUUID().toString(), order);
        entities.persist(text);
        return new Reservation(text.id(), month.spentInMicroUsd(), null, toldPercent);
    }

    private static boolean addToMonth(EntityManager entities, Order order, long limitInMicroUsd) {
        return entities.createQuery("update SpendMonth m set m.spent = m.spent + :price"
                + " where m.realmId = :realm and m.month = :month and m.spent + :price <= :limit")
                .setParameter("price", order.priceInMicroUsd()).setParameter("limit", limitInMicroUsd)
                .setParameter("realm", order.realmId()).setParameter("month", order.month()).executeUpdate() == 1;
    }

    private static String reachedCap(EntityManager entities, Order order, Caps caps) {
        if (isReached(entities, order, caps.sinceInMillis(), caps.perUser(), "userId", order.userId())) {
            return "user-cap";
        }
        if (isReached(entities, order, caps.sinceInMillis(), caps.perNumber(), "numberKey", order.numberKey())) {
            return "number-cap";
        }
        if (isReached(entities, order, caps.sinceInMillis(), caps.perAddress(), "addressKey", order.addressKey())) {
            return "address-cap";
        }
        return isReached(entities, order, caps.sinceInMillis(), caps.perPool(), "realmId", order.realmId()) ? "pool-cap" : null;
    }

    private static boolean isReached(EntityManager entities, Order order, long sinceInMillis, int cap, String field, String value) {
        if (cap == 0) {
            return false;
        }
        TypedQuery<Long> count = entities.createQuery("select count(t) from SpentText t where t.realmId = :realm and t." + field
                + " = :value and t.reservedAt > :since and t.state <> :refused", Long.class);
        return count.setParameter("realm", order.realmId()).setParameter("value", value).setParameter("since", sinceInMillis)
                .setParameter("refused", SpentText.State.REFUSED).getSingleResult() >= cap;
    }

    /** Ends a reservation, once: whoever comes later, also a purge on another node, changes nothing. */
    void settle(String id, SpentText.State outcome) {
        withRow(() -> inTransaction(entities -> tallyOf(entities.find(SpentText.class, id), outcome), tally -> true),
                () -> inTransaction(entities -> settle(entities, id, outcome), settled -> settled != null));
    }

    /** @return null while there is no row to count the text in */
    private static Boolean settle(EntityManager entities, String id, SpentText.State outcome) {
        boolean isFirst = entities.createQuery("update SpentText t set t.state = :outcome where t.id = :id and t.state = :reserved")
                .setParameter("outcome", outcome).setParameter("id", id).setParameter("reserved", SpentText.State.RESERVED).executeUpdate() == 1;
        if (!isFirst) {
            return false;
        }
        SpentText text = entities.find(SpentText.class, id);
        if (outcome == SpentText.State.REFUSED) {
            entities.createQuery("update SpendMonth m set m.spent = m.spent - :price where m.realmId = :realm and m.month = :month")
                    .setParameter("price", text.priceInMicroUsd()).setParameter("realm", text.realmId())
                    .setParameter("month", text.month()).executeUpdate();
            return true;
        }
        return addToTally(entities, tallyOf(text, outcome), text.priceInMicroUsd()) ? true : null;
    }

    /**
     * Notes what became of a text that was sent, once.
     *
     * @return false while the text is being sent: what became of it has to be said again later
     */
    boolean note(String realmId, String id, SpentText.State outcome) {
        return withRow(() -> inTransaction(entities -> tallyOf(entities.find(SpentText.class, id), outcome), tally -> true),
                () -> inTransaction(entities -> note(entities, realmId, id, outcome), noted -> noted != null));
    }

    /** @return null while there is no row to count the receipt in */
    private static Boolean note(EntityManager entities, String realmId, String id, SpentText.State outcome) {
        boolean isFirst = entities.createQuery("update SpentText t set t.state = :outcome where t.id = :id and t.realmId = :realm"
                + " and t.state in (:accepted, :unanswered)")
                .setParameter("outcome", outcome).setParameter("id", id).setParameter("realm", realmId)
                .setParameter("accepted", SpentText.State.ACCEPTED).setParameter("unanswered", SpentText.State.UNANSWERED).executeUpdate() == 1;
        if (!isFirst) {
            SpentText text = entities.find(SpentText.class, id);
            return text == null || !text.realmId().equals(realmId) || !text.awaitsReceipt();
        }
        return addToTally(entities, tallyOf(entities.find(SpentText.class, id), outcome), 0) ? true : null;
    }

    private static SpendTally tallyOf(SpentText text, SpentText.State outcome) {
        return new SpendTally(text.realmId(), text.day(), text.country(), outcome.inReports());
    }

    void countRefusal(String realmId, String day, String country, String reason) {
        SpendTally tally = new SpendTally(realmId, day, country, reason);
        withRow(() -> tally, () -> inTransaction(entities -> addToTally(entities, tally, 0) ? true : null, counted -> true));
    }

    private static boolean addToTally(EntityManager entities, SpendTally tally, long costInMicroUsd) {
        return entities.createQuery("update SpendTally t set t.texts = t.texts + 1, t.cost = t.cost + :cost"
                + " where t.realmId = :realm and t.day = :day and t.country = :country and t.outcome = :outcome")
                .setParameter("cost", costInMicroUsd).setParameter("realm", tally.realmId()).setParameter("day", tally.day())
                .setParameter("country", tally.country()).setParameter("outcome", tally.outcome()).executeUpdate() == 1;
    }

    /** @return true for exactly one caller for each threshold of each limit and month */
    boolean claimThreshold(String realmId, String month, int percent, long limitInMicroUsd, long spentInMicroUsd) {
        boolean isFirst = insertOnce(new SpendAlert(realmId, month, limitInMicroUsd, percent, spentInMicroUsd));
        // Whoever reserves next learns from the month that it was told, and asks no more; also when a limit comes back that was told before.
        inTransaction(entities -> entities.createQuery("update SpendMonth m set m.toldPercent = :percent, m.toldLimit = :limit"
                + " where m.realmId = :realm and m.month = :month and (m.toldPercent < :percent or m.toldLimit <> :limit)")
                .setParameter("percent", percent).setParameter("limit", limitInMicroUsd)
                .setParameter("realm", realmId).setParameter("month", month).executeUpdate(), changed -> true);
        return isFirst;
    }

    /**
     * Works on a row that is made by whoever needs it first. Never while a transaction is open: a request holds one connection of its own
     * already, and all that the ledger may ask for besides is one more.
     * @param work answers null while the row is missing
     */
    private <Result> Result withRow(Supplier<?> row, Supplier<Result> work) {
        Result result = work.get();
        if (result != null) {
            return result;
        }
        insertOnce(row.get());
        return work.get();
    }

    /** "On conflict do nothing" of JPQL is no atomic statement on every database; a primary key is, in a transaction of its own. */
    private boolean insertOnce(Object row) {
        try {
            return inTransaction(entities -> {
                entities.persist(row);
                entities.flush();
                return true;
            }, inserted -> true);
        } catch (ModelDuplicateException e) {
            return false;
        }
    }

    /** @param stays whether what was done is to be committed */
    private <Result> Result inTransaction(Function<EntityManager, Result> work, Predicate<Result> stays) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            Result result = work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager());
            if (!stays.test(result)) {
                session.getTransactionManager().setRollbackOnly();
            }
            return result;
        });
    }
}
