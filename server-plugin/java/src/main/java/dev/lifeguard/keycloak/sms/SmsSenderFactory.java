package dev.lifeguard.keycloak.sms;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

public interface SmsSenderFactory extends ProviderFactory<SmsSender> {

    /** Whether the server's configuration has all that this sender needs. */
    boolean isConfigured();

    /** Reads a receipt. Whoever can reach the server may have sent it: nothing comes back unless it proves that it is the gateway's. */
    default Optional<Receipt> receipt(KeycloakSession session, ReceiptRequest request) {
        return Optional.empty();
    }

    @Override
    default void postInit(KeycloakSessionFactory factory) {
    }

    @Override
    default void close() {
    }
}
