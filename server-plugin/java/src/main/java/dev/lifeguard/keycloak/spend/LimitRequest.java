package dev.lifeguard.keycloak.spend;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody asks for a higher monthly limit, and somebody decides. */
@Entity
@Table(name = "LIFEGUARD_LIMIT_REQUEST")
public class LimitRequest {

    enum State {
        OPEN, APPROVED, DENIED
    }

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    /** Micro-USD a month. */
    @Column(name = "AMOUNT", nullable = false)
    private long amount;

    @Column(name = "REASON", length = 1000, nullable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 10, nullable = false)
    private State state;

    @Column(name = "REQUESTED_BY", length = 255, nullable = false)
    private String requestedBy;

    @Column(name = "REQUESTED_AT", nullable = false)
    private long requestedAt;

    @Column(name = "DECIDED_BY", length = 255)
    private String decidedBy;

    @Column(name = "DECIDED_AT")
    private Long decidedAt;

    protected LimitRequest() {
    }

    LimitRequest(String id, String realmId, long amount, String reason, String requestedBy, long requestedAt) {
        this.id = id;
        this.realmId = realmId;
        this.amount = amount;
        this.reason = reason;
        this.state = State.OPEN;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    String id() {
        return id;
    }

    long amount() {
        return amount;
    }

    String reason() {
        return reason;
    }

    State state() {
        return state;
    }

    String requestedBy() {
        return requestedBy;
    }

    long requestedAt() {
        return requestedAt;
    }

    String decidedBy() {
        return decidedBy;
    }

    Long decidedAt() {
        return decidedAt;
    }
}
