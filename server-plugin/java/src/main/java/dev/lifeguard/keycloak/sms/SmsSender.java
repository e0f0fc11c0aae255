package dev.lifeguard.keycloak.sms;

import java.util.Locale;

import org.keycloak.provider.Provider;

/** Hands texts to a gateway. One small provider for each kind of gateway. */
public interface SmsSender extends Provider {

    /** What became of a text. Only a definite refusal may be tried again at once. */
    enum Outcome {
        ACCEPTED, REFUSED,
        /** No answer in time: the gateway may have taken it. */
        UNKNOWN;

        public String inCore() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Never throws for what a gateway does, and never takes longer than the sender's own timeout. */
    Outcome send(SmsMessage message);

    @Override
    default void close() {
    }
}
