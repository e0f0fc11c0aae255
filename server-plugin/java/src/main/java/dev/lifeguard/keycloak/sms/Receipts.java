package dev.lifeguard.keycloak.sms;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;

/** Takes what gateways post about texts that they have accepted. */
public final class Receipts {

    private Receipts() {
    }

    /** @return the receipt if it is genuine; one that is not has no effect */
    public static Optional<Receipt> take(KeycloakSession session, ReceiptRequest request) {
        Optional<Gateway> gateway = FailoverSenderFactory.gateways(session).stream().filter(one -> one.id().equals(request.gateway())).findFirst();
        Optional<Receipt> receipt = gateway.flatMap(asked -> factory(session, asked.id()).receipt(session, request));
        receipt.ifPresent(genuine -> gateway.orElseThrow().received(genuine));
        return receipt;
    }

    private static SmsSenderFactory factory(KeycloakSession session, String id) {
        return (SmsSenderFactory) session.getKeycloakSessionFactory().getProviderFactory(SmsSender.class, id);
    }
}
