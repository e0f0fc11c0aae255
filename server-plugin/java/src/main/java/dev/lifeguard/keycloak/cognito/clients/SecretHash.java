package dev.lifeguard.keycloak.cognito.clients;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SECRET_HASH of Cognito: {@code Base64(HMAC-SHA256(client secret, user name + client id))}. */
final class SecretHash {

    private static final String ALGORITHM = "HmacSHA256";

    private SecretHash() {
    }

    static String of(String secret, String username, String clientId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal((username + clientId).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
