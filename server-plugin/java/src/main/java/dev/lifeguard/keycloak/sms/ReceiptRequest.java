package dev.lifeguard.keycloak.sms;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A receipt as it comes in, before anybody knows whether it is genuine.
 *
 * @param gateway and messageId as the address names them
 * @param header the value of a header by its name, null when it is absent
 * @param body empty where a form was posted
 * @param form empty where something else was posted
 */
public record ReceiptRequest(String gateway, String messageId, UnaryOperator<String> header, String body, Map<String, String> form) {
}
