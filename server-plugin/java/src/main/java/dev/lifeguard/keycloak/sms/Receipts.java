package dev.lifeguard.keycloak.sms;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.keycloak.models.KeycloakSession;

/** Takes what gateways post about texts that they have accepted. */
public final class Receipts {

    private Receipts() {
    }

    /**
     * @param gatewayId and messageId as the address names them
     * @param header the value of a header by its name, null when it is absent
     * @return whether the receipt is genuine; one that is not has no effect
     */
    public static boolean take(KeycloakSession session, String gatewayId, String messageId, UnaryOperator<String> header, String body) {
        Optional<Gateway> gateway = FailoverSenderFactory.gateways(session).stream().filter(one -> one.id().equals(gatewayId)).findFirst();
        Optional<Receipt> receipt = gateway.flatMap(present -> factory(session, gatewayId)
                .receipt(session, new ReceiptRequest(messageId, ReceiptAddress.of(session, gatewayId, messageId), header, body)));
        receipt.ifPresent(genuine -> gateway.orElseThrow().received(genuine));
        return receipt.isPresent();
    }

    private static SmsSenderFactory factory(KeycloakSession session, String gatewayId) {
        return (SmsSenderFactory) session.getKeycloakSessionFactory().getProviderFactory(SmsSender.class, gatewayId);
    }
}
