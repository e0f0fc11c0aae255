package dev.lifeguard.keycloak.spend;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A month has reached a share of its limit. One row for each share of each limit: whoever inserts it tells the operator. */
@Entity
@Table(name = "LIFEGUARD_SPEND_ALERT")
@IdClass(SpendAlert.Key.class)
public class SpendAlert {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    @Id
    @Column(name = "MONTH_OF_YEAR", length = 7)
    private String month;

    /** Micro-USD. */
    @Id
    @Column(name = "MONTHLY_LIMIT")
    private long limit;

    @Id
    @Column(name = "PERCENT_OF_LIMIT")
    private int percent;

    /** Micro-USD, at that moment. */
    @Column(name = "SPENT", nullable = false)
    private long spent;

    /** Whether the webhook has taken it; kept here, so that no restart loses one. */
    @Column(name = "DELIVERED", nullable = false)
    private boolean delivered;

    protected SpendAlert() {
    }

    SpendAlert(String realmId, String month, long limitInMicroUsd, int percent, long spentInMicroUsd) {
        this.realmId = realmId;
        this.month = month;
        this.limit = limitInMicroUsd;
        this.percent = percent;
        this.spent = spentInMicroUsd;
    }

    String realmId() {
        return realmId;
    }

    String month() {
        return month;
    }

    long limitInMicroUsd() {
        return limit;
    }

    int percent() {
        return percent;
    }

    long spentInMicroUsd() {
        return spent;
    }

    /** The same for every repetition of the call. */
    String id() {
        return realmId + ":" + month + ":" + limit + ":" + percent;
    }

    /** The primary key, as JPA wants it. */
    public static final class Key implements Serializable {

        private String realmId;
        private String month;
        private long limit;
        private int percent;

        public Key() {
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(realmId, key.realmId) && Objects.equals(month, key.month)
                    && limit == key.limit && percent == key.percent;
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, month, limit, percent);
        }
    }
}
