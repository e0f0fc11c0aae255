package dev.lifeguard.keycloak.cognito.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import dev.lifeguard.keycloak.cognito.HmacSha256;

/** AWS Signature Version 4. */
final class SignatureV4 {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final String SERVICE = "cognito-idp";

    private SignatureV4() {
    }

    /** @param timestamp ISO 8601 basic format: {@code 20150830T123600Z} */
    static String sign(String secret, CredentialScope scope, String timestamp, String canonicalRequest) {
        String hash = sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {scope.day(), scope.region(), scope.service(), CredentialScope.TERMINATOR}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, String.join("\n", ALGORITHM, timestamp, scope.toString(), hash)));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        return HmacSha256.of(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
