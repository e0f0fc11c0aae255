package dev.lifeguard.keycloak.core;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.engine.CoreEngine;

/**
 * Asks the loaded script every shared vector. It proves the rules on this JVM, and it warms the engine, so that the first
 * sign-in does not pay for linking.
 */
final class SelfTest {

    /** The files of shared/vectors; a test compares this list with the folder. */
    static final String[] VECTOR_FILES = {
        "address-group", "change-pool-policy", "day-of", "is-live", "mask-phone-number", "mfa-settings", "next-challenge", "origin-bound-message", "parse-code", "parse-phone-number", "parse-pool-policy", "parse-spend-policy", "quote-sms", "reached-thresholds",
        "resend-wait-in-seconds", "set-mfa-preference", "sms-message-problem"
    };

    private static final CoreEngine.Host NO_PORTS = (port, json) -> {
        throw new IllegalStateException("a rule asked for the port " + port);
    };

    private final CoreEngine engine;

    SelfTest(CoreEngine engine) {
        this.engine = engine;
    }

    /** @return how many vectors were asked; the first wrong answer throws */
    int run() {
        int asked = 0;
        for (String file : VECTOR_FILES) {
            JsonNode vectors = Json.parse(JarResources.text("lifeguard/vectors/" + file + ".json"));
            String rule = vectors.path("rule").asText();
            for (JsonNode vector : vectors.path("cases")) {
                JsonNode answer = Json.parse(engine.call(rule, vector.path("input").toString(), NO_PORTS));
                if (!answer.equals(vector.get("expect"))) {
                    throw new IllegalStateException("Lifeguard does not start: its rules answer wrongly on this server ("
                            + rule + ": " + vector.path("name").asText() + "). Install the JAR again, or report this with your Java version.");
                }
                asked++;
            }
        }
        return asked;
    }
}
