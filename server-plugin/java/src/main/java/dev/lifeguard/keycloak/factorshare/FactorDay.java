package dev.lifeguard.keycloak.factorshare;

import java.io.Serializable;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The factors of a realm's users as they were last counted on one day. */
@Entity
@Table(name = "LIFEGUARD_FACTOR_DAY")
@IdClass(FactorDay.Key.class)
public class FactorDay {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    /** {@code 2026-11-25}, in UTC. */
    @Id
    @Column(name = "DAY_OF_YEAR", length = 10)
    private String day;

    @Column(name = "COUNTED_AT", nullable = false)
    private long countedAt;

    @Column(name = "USERS", nullable = false)
    private long users;

    @Column(name = "SOFTWARE_TOKEN", nullable = false)
    private long softwareToken;

    @Column(name = "SMS", nullable = false)
    private long sms;

    @Column(name = "BOTH_FACTORS", nullable = false)
    private long both;

    protected FactorDay() {
    }

    FactorDay(String realmId, String day) {
        this.realmId = realmId;
        this.day = day;
    }

    void set(FactorCount count, long now) {
        countedAt = now;
        users = count.users();
        softwareToken = count.softwareToken();
        sms = count.sms();
        both = count.both();
    }

    long countedAt() {
        return countedAt;
    }

    void describe(ObjectNode answer) {
        answer.put("day", day)
                .put("countedAtInMillis", countedAt)
                .put("users", users)
                .put("softwareToken", softwareToken)
                .put("sms", sms)
                .put("both", both)
                .put("none", users - softwareToken - sms + both);
    }

    /** The primary key, as JPA wants it. */
    public static final class Key implements Serializable {

        private String realmId;
        private String day;

        public Key() {
        }

        Key(String realmId, String day) {
            this.realmId = realmId;
            this.day = day;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(realmId, key.realmId) && Objects.equals(day, key.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, day);
        }
    }
}
