package dev.lifeguard.keycloak.spend;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows a receiver who sends a body, and when. */
final class BodySignature {

    static final String HEADER = "Lifeguard-Signature";

    private BodySignature() {
    }

    /** {@code t=<seconds>,v1=<hex>}: HMAC-SHA256 of the time, a full stop and the body. */
    static String of(String secret, long timeInSeconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timeInSeconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + timeInSeconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
