package dev.lifeguard.keycloak.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.engine.CoreEngine;

class CognitoHostTest {

    private static final CoreEngine CORE = core();

    @Test
    void answersEveryPortOfTheCoreAndNoOther() {
        Set<String> portsOfTheCore = new HashSet<>();
        Json.parse(CORE.call("cognitoPorts", "{}", (port, json) -> "")).forEach(name -> portsOfTheCore.add(name.asText()));
        List<String> ours = new ArrayList<>();
        CognitoHost.groups(null, null, null, null, null).forEach(group -> ours.addAll(group.ports().keySet()));
        assertEquals(new TreeSet<>(portsOfTheCore), new TreeSet<>(ours));
        assertEquals(portsOfTheCore.size(), ours.size(), "two groups answer one port");
    }

    /** They must be refusals in the engine, too, where a class can't extend Error as everywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"cognito ", "cognito AWSCognitoIdentityProviderService.Nothing", "cognito opensPool", "cognito a|b",
            "cognito AWSCognitoIdentityProviderService.constructor"})
    void anOperationThatDoesNotExistIsRefused(String name) {
        assertRefused("UnknownOperationException", name, "application/x-amz-json-1.1", "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "1", "\"\"", "{\"a\":}"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertRefused(body.isEmpty() ? "InvalidParameterException" : "SerializationException",
                "cognito AWSCognitoIdentityProviderService.InitiateAuth", "application/x-amz-json-1.1", body);
    }

    @Test
    void anyValueOfAnAnswerIsGivenToTheCore() {
        CognitoHost host = new CognitoHost(null, new OpenThings(null, null), List.of(() -> Map.of(
                "text", input -> input.path("of").asText(),
                "nothing", PortGroup.Port.doing(input -> { }),
                "truth", input -> true,
                "number", input -> 7,
                "wrong", input -> List.of())));
        assertEquals("{\"value\":\"x\"}", host.call("text", "{\"of\":\"x\"}"));
        assertEquals("{\"value\":null}", host.call("nothing", "{}"));
        assertEquals("{\"value\":true}", host.call("truth", "{}"));
        assertEquals("{\"value\":7}", host.call("number", "{}"));
        assertThrows(IllegalStateException.class, () -> host.call("wrong", "{}"));
    }

    @Test
    void whatIsAboutARealmIsRefusedWhileNoneIsOpen() {
        CognitoHost host = new CognitoHost(null, new OpenThings(null, null), List.of());
        for (String port : List.of("poolAttributes", "user", "isLocked", "setPoolAttributes")) {
            assertThrows(IllegalStateException.class, () -> host.call(port, "{}"), port);
        }
    }

    private static void assertRefused(String type, String name, String contentType, String body) {
        String request = Json.object().put("contentType", contentType).put("body", body).toString();
        JsonNode answer = Json.parse(CORE.call(name, request, (port, json) -> {
            throw new IllegalStateException("asked for " + port);
        }));
        assertEquals(400, answer.path("status").asInt());
        assertEquals(type, answer.path("body").path("__type").asText());
        assertEquals(type + ":", answer.path("headers").path("x-amzn-ErrorType").asText());
    }

    private static CoreEngine core() {
        try {
            return CoreEngine.load(new String(CognitoHostTest.class.getResourceAsStream("/lifeguard/core.js").readAllBytes(), StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
