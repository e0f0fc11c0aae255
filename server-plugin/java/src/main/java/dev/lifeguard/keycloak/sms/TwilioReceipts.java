package dev.lifeguard.keycloak.sms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Status callbacks, signed as https://www.twilio.com/docs/usage/security says: HMAC-SHA1 over the address and the sorted parameters. */
final class TwilioReceipts {

    private static final String HEADER = "X-Twilio-Signature";

    private TwilioReceipts() {
    }

    /** @return nothing when the signature is not Twilio's */
    static Optional<Receipt> read(ReceiptRequest request, String authToken) {
        Map<String, String> form;
        try {
            form = form(request.body());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // No form: Twilio has not sent it.
        }
        String given = request.header().apply(HEADER);
        if (given == null || !MessageDigest.isEqual(signature(authToken, request.address().toString(), form).getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return Optional.of(new Receipt(request.messageId(), switch (form.getOrDefault("MessageStatus", "")) {
            case "delivered", "read" -> Receipt.Status.DELIVERED;
            case "failed", "undelivered" -> Receipt.Status.FAILED;
            default -> Receipt.Status.UNDERWAY;
        }));
    }

    static String signature(String authToken, String address, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA1 in this JVM", e);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
