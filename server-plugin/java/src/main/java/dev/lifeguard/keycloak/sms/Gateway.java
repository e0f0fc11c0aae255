package dev.lifeguard.keycloak.sms;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;

/** One gateway as this node knows it: its circuit, and what has become of the texts since the node's start. */
public final class Gateway {

    private static final Logger LOG = Logger.getLogger(Gateway.class);

    private record Failure(long atInMillis, String reason) {
    }

    private final String id;
    private final Function<KeycloakSession, SmsSender> sender;
    private final CircuitBreaker circuit;
    private final LongSupplier clock;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong undelivered = new AtomicLong();
    private final AtomicReference<Failure> lastFailure = new AtomicReference<>();

    /** @param clock milliseconds since the epoch */
    Gateway(String id, Function<KeycloakSession, SmsSender> sender, CircuitBreaker circuit, LongSupplier clock) {
        this.id = id;
        this.sender = sender;
        this.circuit = circuit;
        this.clock = clock;
    }

    public String id() {
        return id;
    }

    /** @return nothing when the circuit is open: the gateway was not asked */
    Optional<Outcome> send(KeycloakSession session, SmsMessage message) {
        if (!circuit.letsPass(clock.getAsLong())) {
            return Optional.empty();
        }
        Outcome outcome = sender.apply(session).send(message);
        passed(outcome);
        return Optional.of(outcome);
    }

    /** Every outcome of every gateway passes here, once. */
    private void passed(Outcome outcome) {
        switch (outcome.kind()) {
            case ACCEPTED -> accepted.incrementAndGet();
            case UNKNOWN -> unanswered.incrementAndGet();
            default -> refused.incrementAndGet();
        }
        if (outcome.isFaultOfGateway()) {
            circuit.failed(clock.getAsLong());
        } else {
            circuit.worked();
        }
        switch (outcome.kind()) {
            case ACCEPTED -> LOG.debugf("The SMS gateway %s accepted a text", id);
            case REFUSED -> LOG.warnf("The SMS gateway %s refused a number: %s", id, outcome.reason());
            default -> {
                lastFailure.set(new Failure(clock.getAsLong(), outcome.reason()));
                LOG.errorf("The SMS gateway %s %s: %s", id, outcome.kind() == Outcome.Kind.UNKNOWN ? "gave no answer" : "did not take a text",
                        outcome.reason());
            }
        }
    }

    /** Every genuine receipt passes here, once. */
    void received(Receipt receipt) {
        switch (receipt.status()) {
            case DELIVERED -> delivered.incrementAndGet();
            case FAILED -> {
                undelivered.incrementAndGet();
                LOG.warnf("The SMS gateway %s could not deliver the text %s", id, receipt.messageId());
            }
            case UNDERWAY -> LOG.debugf("The SMS gateway %s is delivering the text %s", id, receipt.messageId());
        }
    }

    public ObjectNode health() {
        ObjectNode health = Json.object()
                .put("id", id)
                .put("configured", true)
                .put("state", circuit.state(clock.getAsLong()).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("accepted", accepted.get())
                .put("refused", refused.get())
                .put("unanswered", unanswered.get())
                .put("delivered", delivered.get())
                .put("undelivered", undelivered.get());
        Failure failure = lastFailure.get();
        if (failure != null) {
            health.put("lastFailureAtInMillis", failure.atInMillis()).put("lastFailure", failure.reason());
        }
        return health;
    }
}
