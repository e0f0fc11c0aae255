package dev.lifeguard.keycloak.cognito.http;

import org.keycloak.crypto.Algorithm;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.jose.jwk.RSAPublicJWK;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.JWKSServerUtils;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;

/** The keys that a pool's tokens are signed with, as Cognito publishes them: RSA only, and no more of each than is needed. */
final class KeySet {

    static final int MAX_AGE_IN_SECONDS = 300;

    private static final String SIGNING = "sig";

    private KeySet() {
    }

    static ObjectNode of(KeycloakSession session, RealmModel realm) {
        return reduce(JWKSServerUtils.getRealmJwks(session, realm));
    }

    static ObjectNode reduce(JSONWebKeySet keySet) {
        ObjectNode reduced = Json.object();
        ArrayNode keys = reduced.putArray("keys");
        for (JWK key : keySet.getKeys()) {
            if (key instanceof RSAPublicJWK rsa && SIGNING.equals(key.getPublicKeyUse()) && Algorithm.RS256.equals(key.getAlgorithm())) {
                keys.addObject()
                        .put("alg", key.getAlgorithm())
                        .put("e", rsa.getPublicExponent())
                        .put("kid", key.getKeyId())
                        .put("kty", key.getKeyType())
                        .put("n", rsa.getModulus())
                        .put("use", key.getPublicKeyUse());
            }
        }
        return reduced;
    }
}
