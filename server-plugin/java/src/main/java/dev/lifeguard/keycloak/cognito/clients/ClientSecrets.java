package dev.lifeguard.keycloak.cognito.clients;

import java.util.ArrayList;
import java.util.List;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;

/** The secrets by which Keycloak itself takes a client at this moment: its own, and for a while the one before it was rotated. */
public final class ClientSecrets {

    private static final String BY_SECRET = "client-secret";

    private ClientSecrets() {
    }

    /** @return none for a public client, or one that proves itself by something else */
    public static List<String> of(KeycloakSession session, ClientModel client) {
        List<String> secrets = new ArrayList<>();
        if (client.isPublicClient() || client.isBearerOnly() || !BY_SECRET.equals(client.getClientAuthenticatorType())) {
            return secrets;
        }
        OIDCClientSecretConfigWrapper rotation = OIDCClientSecretConfigWrapper.fromClientModel(client);
        if (!rotation.isClientSecretExpired()) {
            addIfPresent(secrets, fromVault(session, client.getSecret()));
            if (rotation.hasRotatedSecret() && !rotation.isClientRotatedSecretExpired()) {
                addIfPresent(secrets, rotation.getClientRotatedSecret(session, true));
            }
        }
        return secrets;
    }

    /** An operator may keep the secret in a vault, and its name with the client. */
    private static String fromVault(KeycloakSession session, String secret) {
        return secret == null ? null : session.vault().getStringSecret(secret).get().orElse(secret);
    }

    private static void addIfPresent(List<String> secrets, String secret) {
        if (secret != null && !secret.isEmpty()) {
            secrets.add(secret);
        }
    }
}
