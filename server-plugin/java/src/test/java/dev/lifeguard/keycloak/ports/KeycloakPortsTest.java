package dev.lifeguard.keycloak.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.engine.CoreEngine;

class KeycloakPortsTest {

    @Test
    void answersEveryPortOfTheCoreAndNoOther() throws Exception {
        String script = new String(getClass().getResourceAsStream("/lifeguard/core.js").readAllBytes(), StandardCharsets.UTF_8);
        Set<String> portsOfTheCore = new HashSet<>();
        Json.parse(CoreEngine.load(script).call("ports", "{}", (port, json) -> "")).forEach(name -> portsOfTheCore.add(name.asText()));
        assertEquals(portsOfTheCore, Set.copyOf(KeycloakPorts.NAMES));
    }
}
