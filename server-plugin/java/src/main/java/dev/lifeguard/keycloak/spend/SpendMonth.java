package dev.lifeguard.keycloak.spend;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What one realm has spent in one month. Every reservation changes this row first, so the database lets one in after the other. */
@Entity
@Table(name = "LIFEGUARD_SPEND_MONTH")
@IdClass(SpendMonth.Key.class)
public class SpendMonth {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    /** {@code 2026-11}, in UTC. */
    @Id
    @Column(name = "MONTH_OF_YEAR", length = 7)
    private String month;

    /** Settled and reserved, in micro-USD. */
    @Column(name = "SPENT", nullable = false)
    private long spent;

    /** The highest threshold that was told, in percent of {@link #toldLimit}. */
    @Column(name = "TOLD_PERCENT", nullable = false)
    private int toldPercent;

    @Column(name = "TOLD_LIMIT", nullable = false)
    private long toldLimit;

    protected SpendMonth() {
    }

    SpendMonth(String realmId, String month) {
        this.realmId = realmId;
        this.month = month;
        this.toldLimit = -1;
    }

    long spentInMicroUsd() {
        return spent;
    }

    int toldPercent(long limitInMicroUsd) {
        return toldLimit == limitInMicroUsd ? toldPercent : 0;
    }

    /** The primary key, as JPA wants it. */
    public static final class Key implements Serializable {

        private String realmId;
        private String month;

        public Key() {
        }

        Key(String realmId, String month) {
            this.realmId = realmId;
            this.month = month;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(realmId, key.realmId) && Objects.equals(month, key.month);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, month);
        }
    }
}
