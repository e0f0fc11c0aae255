package dev.lifeguard.keycloak.cognito;

import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** Ports of core/src/cognito/ports.ts that belong together, for one request. */
public interface PortGroup {

    /** Each does one thing in Keycloak and holds no rule. One that can't do it throws, and the request is denied. */
    @FunctionalInterface
    interface Port {

        /** @return JSON, text, a number, a boolean, or null */
        Object call(JsonNode input);

        /** A port that answers nothing. */
        static Port doing(Consumer<JsonNode> work) {
            return input -> {
                work.accept(input);
                return null;
            };
        }
    }

    /** By their names. Nothing is asked of Keycloak before one is called. */
    Map<String, Port> ports();
}
