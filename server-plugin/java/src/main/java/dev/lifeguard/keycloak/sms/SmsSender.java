package dev.lifeguard.keycloak.sms;

import org.keycloak.provider.Provider;

/** Hands texts to a gateway. One small provider for each kind of gateway. */
public interface SmsSender extends Provider {

    /** Never throws for what a gateway does, and never takes longer than the sender's own timeout. */
    Outcome send(SmsMessage message);

    @Override
    default void close() {
    }
}
