package dev.lifeguard.keycloak.sms;

import java.util.List;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;

/** Asks one gateway after the other, until one has taken the text, or may have. */
final class FailoverSender implements SmsSender {

    private final KeycloakSession session;
    private final List<Gateway> gateways;

    FailoverSender(KeycloakSession session, List<Gateway> gateways) {
        this.session = session;
        this.gateways = gateways;
    }

    @Override
    public Outcome send(SmsMessage message) {
        Outcome last = Outcome.unavailable("the circuit of every gateway is open");
        for (Gateway gateway : gateways) {
            Optional<Outcome> outcome = gateway.send(session, message);
            if (outcome.isPresent() && !outcome.get().anotherMayTry()) {
                return outcome.get();
            }
            last = outcome.orElse(last);
        }
        return last;
    }
}
