package dev.lifeguard.keycloak.spend;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** How many texts of one kind a realm had on one day to one country, and what they cost: what reports are made of. */
@Entity
@Table(name = "LIFEGUARD_SPEND_TALLY")
@IdClass(SpendTally.Key.class)
public class SpendTally {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    @Id
    @Column(name = "DAY_OF_YEAR", length = 10)
    private String day;

    /** ISO 3166-1 alpha-2, or {@code --}. */
    @Id
    @Column(name = "COUNTRY", length = 2)
    private String country;

    /** {@code accepted}, {@code unanswered}, what a receipt said ({@code delivered}, {@code undelivered}), or why a text was refused. */
    @Id
    @Column(name = "OUTCOME", length = 32)
    private String outcome;

    @Column(name = "TEXTS", nullable = false)
    private long texts;

    /** Micro-USD. */
    @Column(name = "COST", nullable = false)
    private long cost;

    protected SpendTally() {
    }

    SpendTally(String realmId, String day, String country, String outcome) {
        this.realmId = realmId;
        this.day = day;
        this.country = country;
        this.outcome = outcome;
    }

    String realmId() {
        return realmId;
    }

    String day() {
        return day;
    }

    String country() {
        return country;
    }

    String outcome() {
        return outcome;
    }

    /** The primary key, as JPA wants it. */
    public static final class Key implements Serializable {

        private String realmId;
        private String day;
        private String country;
        private String outcome;

        public Key() {
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(realmId, key.realmId) && Objects.equals(day, key.day)
                    && Objects.equals(country, key.country) && Objects.equals(outcome, key.outcome);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, day, country, outcome);
        }
    }
}
