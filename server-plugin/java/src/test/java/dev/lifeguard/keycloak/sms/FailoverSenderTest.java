package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FailoverSenderTest {

    private static final SmsMessage MESSAGE = new SmsMessage("id", "+14155550123", "code 123456", SmsMessage.NO_MAX_PRICE);

    private static final Logger LOG = Logger.getLogger(Gateway.class.getName());

    @BeforeAll
    static void keepQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    private final AtomicLong now = new AtomicLong();
    private final List<String> asked = new ArrayList<>();
    private Outcome ofFirst;
    private final Gateway first = gateway("first", () -> ofFirst);
    private final Gateway second = gateway("second", Outcome::accepted);
    private final SmsSender sender = new FailoverSender(null, List.of(first, second));

    private interface Script {
        Outcome next();
    }

    private Gateway gateway(String id, Script script) {
        SmsSender scripted = message -> {
            asked.add(id);
            return script.next();
        };
        return new Gateway(id, session -> scripted, new CircuitBreaker(2, 1_000), now::get);
    }

    private Outcome.Kind send(Outcome outcomeOfFirst) {
        asked.clear();
        ofFirst = outcomeOfFirst;
        return sender.send(MESSAGE).kind();
    }

    @Test
    void theNextIsAskedAfterADefiniteRefusalThatIsTheGatewaysOwn() {
        assertEquals(Outcome.Kind.ACCEPTED, send(Outcome.unavailable("HTTP 503")));
        assertEquals(List.of("first", "second"), asked);
        assertEquals(Outcome.Kind.ACCEPTED, send(Outcome.refusedHere("HTTP 401")));
        assertEquals(List.of("first", "second"), asked);
    }

    @Test
    void whatMayHaveBeenSentIsNotSentAgainByAnother() {
        assertEquals(Outcome.Kind.UNKNOWN, send(Outcome.unknown("HTTP 504")));
        assertEquals(List.of("first"), asked);
    }

    @Test
    void aNumberThatOneRefusesIsNotTriedElsewhere() {
        assertEquals(Outcome.Kind.REFUSED, send(Outcome.refused("HTTP 422")));
        assertEquals(List.of("first"), asked);
    }

    @Test
    void anOpenCircuitIsSkippedAtOnceAndProbedLater() {
        send(Outcome.unavailable("HTTP 503"));
        send(Outcome.unavailable("HTTP 503"));
        send(Outcome.accepted());
        assertEquals(List.of("second"), asked);
        assertEquals("open", first.health().get("state").asText());
        now.addAndGet(1_000);
        assertEquals("half-open", first.health().get("state").asText());
        send(Outcome.accepted());
        assertEquals(List.of("first"), asked);
        assertEquals("closed", first.health().get("state").asText());
    }

    @Test
    void noUserCanOpenACircuitWithNumbersThatAreRefused() {
        for (int i = 0; i < 3; i++) {
            send(Outcome.refused("HTTP 422"));
            send(Outcome.refusedHere("code 21408"));
        }
        send(Outcome.accepted());
        assertEquals(List.of("first"), asked);
    }

    @Test
    void whereEveryCircuitIsOpenTheTextIsRefused() {
        SmsSender alone = new FailoverSender(null, List.of(first));
        ofFirst = Outcome.unknown("nothing");
        assertEquals("unknown", alone.send(MESSAGE).inCore());
        assertEquals("unknown", alone.send(MESSAGE).inCore());
        assertEquals("refused", alone.send(MESSAGE).inCore());
    }

    @Test
    void healthCountsEachOutcomeAndHoldsNoNumberAndNoText() {
        now.set(77);
        send(Outcome.accepted());
        send(Outcome.refused("HTTP 422"));
        send(Outcome.unknown("nothing within 5 ms"));
        first.received(new Receipt("id", Receipt.Status.DELIVERED));
        first.received(new Receipt("id", Receipt.Status.FAILED));
        first.received(new Receipt("id", Receipt.Status.UNDERWAY));
        String health = first.health().toString();
        assertEquals("{\"id\":\"first\",\"configured\":true,\"state\":\"closed\",\"accepted\":1,\"refused\":1,\"unanswered\":1,\"delivered\":1,\"undelivered\":1,"
                + "\"lastFailureAtInMillis\":77,\"lastFailure\":\"nothing within 5 ms\"}", health);
        assertTrue(!MESSAGE.toString().matches(".*[0-9].*"));
    }
}
