package dev.lifeguard.keycloak.spend;

import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One text that was paid for or is about to be. Kept for a few days: for the caps, for receipts, and to find what was never settled. */
@Entity
@Table(name = "LIFEGUARD_SPENT_TEXT")
public class SpentText {

    enum State {
        RESERVED, ACCEPTED, UNANSWERED, REFUSED,
        /** What a receipt has said of an accepted text. */
        DELIVERED, UNDELIVERED;

        String inReports() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "USER_ID", length = 255, nullable = false)
    private String userId;

    /** A keyed hash: the number itself is not kept here. */
    @Column(name = "NUMBER_KEY", length = 64, nullable = false)
    private String numberKey;

    /** A keyed hash of where the request came from. */
    @Column(name = "ADDRESS_KEY", length = 64, nullable = false)
    private String addressKey;

    /** {@code 2026-11-25}, in UTC. */
    @Column(name = "DAY_OF_YEAR", length = 10, nullable = false)
    private String day;

    @Column(name = "COUNTRY", length = 2, nullable = false)
    private String country;

    /** Micro-USD. */
    @Column(name = "PRICE", nullable = false)
    private long price;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 16, nullable = false)
    private State state;

    /** Milliseconds since the epoch, by the clock of the pool. */
    @Column(name = "RESERVED_AT", nullable = false)
    private long reservedAt;

    protected SpentText() {
    }

    SpentText(String id, Order order) {
        this.id = id;
        this.realmId = order.realmId();
        this.userId = order.userId();
        this.numberKey = order.numberKey();
        this.addressKey = order.addressKey();
        this.day = order.day();
        this.country = order.country();
        this.price = order.priceInMicroUsd();
        this.reservedAt = order.reservedAtInMillis();
        this.state = State.RESERVED;
    }

    String id() {
        return id;
    }

    String realmId() {
        return realmId;
    }

    String day() {
        return day;
    }

    String month() {
        return day.substring(0, 7);
    }

    String country() {
        return country;
    }

    long priceInMicroUsd() {
        return price;
    }

    /** Also while it is being sent: a gateway may be faster with its receipt than with its answer. */
    boolean awaitsReceipt() {
        return state == State.RESERVED || state == State.ACCEPTED || state == State.UNANSWERED;
    }

    /** A text that is to be paid for. */
    record Order(String realmId, String userId, String numberKey, String addressKey, String day, String country, long priceInMicroUsd,
            long reservedAtInMillis) {

        String month() {
            return day.substring(0, 7);
        }
    }
}
