package dev.lifeguard.keycloak.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import dev.lifeguard.keycloak.core.Json;

class SecretsTest {

    private final Secrets secrets = new Secrets();

    @Test
    void standWhereTheirReferencesAreWholeValues() {
        String token = secrets.refer("the token");
        String other = secrets.refer("the \"other\"");
        assertEquals("{\"a\":{\"b\":[\"the token\",1,null,\"the \\\"other\\\"\"]},\"c\":\"x" + token + "\"}",
                secrets.reveal(Json.parse("{\"a\":{\"b\":[\"" + token + "\",1,null,\"" + other + "\"]},\"c\":\"x" + token + "\"}")).toString());
    }

    @Test
    void areNotRevealedTwice() {
        String inner = secrets.refer("secret");
        String outer = secrets.refer(inner);
        assertEquals(inner, secrets.reveal(Json.object().put("a", outer)).path("a").asText());
    }

    @Test
    void haveReferencesThatSayNothing() {
        assertNotEquals(secrets.refer("same"), secrets.refer("same"));
        assertEquals("{\"a\":\"secret:guessed\"}", secrets.reveal(Json.object().put("a", "secret:guessed")).toString());
    }
}
