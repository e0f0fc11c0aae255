package dev.lifeguard.keycloak.cognito.clients;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.lifeguard.keycloak.cognito.HmacSha256;

/** SECRET_HASH of Cognito: {@code Base64(HMAC-SHA256(client secret, user name + client id))}. */
final class SecretHash {

    private SecretHash() {
    }

    static String of(String secret, String username, String clientId) {
        byte[] hash = HmacSha256.of(secret.getBytes(StandardCharsets.UTF_8), (username + clientId).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }
}
