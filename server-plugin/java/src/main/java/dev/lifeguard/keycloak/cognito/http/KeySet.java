package dev.lifeguard.keycloak.cognito.http;

import java.io.IOException;
import java.util.List;

import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.JWKSServerUtils;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;

/** The keys that a pool's tokens are signed with, as Cognito publishes them: RSA only, and no more of each than is needed. */
final class KeySet {

    static final int MAX_AGE_IN_SECONDS = 300;

    private static final List<String> MEMBERS = List.of("alg", "e", "kid", "kty", "n", "use");

    private KeySet() {
    }

    static ObjectNode of(KeycloakSession session, RealmModel realm) {
        return reduce(JWKSServerUtils.getRealmJwks(session, realm));
    }

    static ObjectNode reduce(JSONWebKeySet keySet) {
        ObjectNode reduced = Json.object();
        ArrayNode keys = reduced.putArray("keys");
        try {
            for (JsonNode key : Json.parse(JsonSerialization.writeValueAsString(keySet)).path("keys")) {
                if (key.path("kty").asText().equals("RSA") && key.path("use").asText().equals("sig") && key.path("alg").asText().equals("RS256")) {
                    ObjectNode published = keys.addObject();
                    MEMBERS.forEach(member -> published.set(member, key.get(member)));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return reduced;
    }
}
