package dev.lifeguard.keycloak.sms;

import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * A receipt as it comes in, before anybody knows whether it is genuine.
 *
 * @param messageId from the address
 * @param address the public one that was asked for
 * @param header the value of a header by its name, null when it is absent
 */
public record ReceiptRequest(String messageId, URI address, UnaryOperator<String> header, String body) {
}
