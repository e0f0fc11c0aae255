package dev.lifeguard.keycloak.sms;

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

    /**
     * @param address the public one that Twilio was told to post to
     * @return nothing when the signature is not Twilio's
     */
    static Optional<Receipt> read(ReceiptRequest request, String address, String authToken) {
        String given = request.header().apply(HEADER);
        byte[] expected = signature(authToken, address, request.form()).getBytes(StandardCharsets.UTF_8);
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return Optional.of(new Receipt(request.messageId(), switch (request.form().getOrDefault("MessageStatus", "")) {
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
}
