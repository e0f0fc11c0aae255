package dev.lifeguard.keycloak.cognito.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.keycloak.jose.jwk.ECPublicJWK;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.jose.jwk.RSAPublicJWK;

class KeySetTest {

    @Test
    void hasTheKeysThatSignAndNoMoreOfThemThanIsNeeded() {
        RSAPublicJWK signing = rsa("1", "RS256", "sig");
        signing.setOtherClaims("unknown", "AA");
        JSONWebKeySet keys = new JSONWebKeySet();
        keys.setKeys(new JWK[] {signing, rsa("2", "RSA-OAEP", "enc"), rsa("3", "PS256", "sig"), new ECPublicJWK()});
        assertEquals("{\"keys\":[{\"alg\":\"RS256\",\"e\":\"AQAB\",\"kid\":\"1\",\"kty\":\"RSA\",\"n\":\"AQ\",\"use\":\"sig\"}]}",
                KeySet.reduce(keys).toString());
    }

    private static RSAPublicJWK rsa(String id, String algorithm, String use) {
        RSAPublicJWK key = new RSAPublicJWK();
        key.setKeyId(id);
        key.setKeyType("RSA");
        key.setAlgorithm(algorithm);
        key.setPublicKeyUse(use);
        key.setModulus("AQ");
        key.setPublicExponent("AQAB");
        return key;
    }
}
