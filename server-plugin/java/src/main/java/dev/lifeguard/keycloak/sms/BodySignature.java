package dev.lifeguard.keycloak.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code Lifeguard-Signature: t=<seconds since the epoch>,v1=<hex of HMAC-SHA256(secret, t + "." + body)>}: who knows the secret has written
 * this body, at that time.
 */
public final class BodySignature {

    public static final String HEADER = "Lifeguard-Signature";

    /** How far the sender's clock may be from ours; later, a signed body that somebody has caught is worth nothing. */
    static final long TOLERANCE_IN_SECONDS = 300;

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private BodySignature() {
    }

    public static String sign(String secret, String body, long nowInSeconds) {
        return "t=" + nowInSeconds + ",v1=" + mac(secret, nowInSeconds + "." + body);
    }

    static boolean isGenuine(String secret, String body, String header, long nowInSeconds) {
        Matcher form = FORM.matcher(header == null ? "" : header);
        if (!form.matches() || Math.abs(nowInSeconds - Long.parseLong(form.group(1))) > TOLERANCE_IN_SECONDS) {
            return false;
        }
        byte[] expected = mac(secret, form.group(1) + "." + body).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, form.group(2).getBytes(StandardCharsets.US_ASCII));
    }

    private static String mac(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA256 in this JVM", e);
        }
    }
}
