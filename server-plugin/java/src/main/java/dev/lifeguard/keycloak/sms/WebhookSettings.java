package dev.lifeguard.keycloak.sms;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Json;

/**
 * What the operator has said of the webhook.
 *
 * @param timeoutInMillis for all attempts together
 * @param password goes with the username: either both are there or none
 * @param headers sent as they are with each text
 */
record WebhookSettings(URI url, int timeoutInMillis, Retry retry, BodyTemplate body, Optional<Secret> signingSecret, Optional<Secret> bearerToken,
        Optional<String> username, Optional<Secret> password, Map<String, String> headers) {

    static final int DEFAULT_TIMEOUT_IN_MILLIS = 5_000;

    /** When a text is handed over a second time, with the same idempotency key. */
    enum Retry {
        NEVER,
        /** Only when it has certainly not been taken. */
        REFUSED,
        /** Also without an answer: for a gateway that drops a key that it has seen. */
        UNANSWERED
    }

    /** @return nothing when no address is given: there is no webhook then */
    static Optional<WebhookSettings> read(GatewayOptions options) {
        return options.address("url").map(url -> {
            Optional<Secret> bearerToken = options.secret("bearerToken");
            Optional<String> username = options.text("username");
            Optional<Secret> password = options.secret("password");
            if (username.isPresent() != password.isPresent()) {
                throw options.problem("username", "and " + options.name("password") + " go together: set both or none");
            }
            if (bearerToken.isPresent() && username.isPresent()) {
                throw options.problem("bearerToken", "and " + options.name("username") + " are two ways to authenticate: set one");
            }
            return new WebhookSettings(url, options.number("timeoutInMillis", DEFAULT_TIMEOUT_IN_MILLIS), retry(options), body(options),
                    options.secret("signingSecret"), bearerToken, username, password, headers(options));
        });
    }

    private static Retry retry(GatewayOptions options) {
        return switch (options.text("retry").orElse("refused")) {
            case "never" -> Retry.NEVER;
            case "refused" -> Retry.REFUSED;
            case "unanswered" -> Retry.UNANSWERED;
            default -> throw options.problem("retry", "must be never, refused or unanswered");
        };
    }

    private static BodyTemplate body(GatewayOptions options) {
        try {
            return BodyTemplate.parse(options.text("body").orElse(BodyTemplate.DEFAULT));
        } catch (IllegalArgumentException e) {
            throw options.problem("body", e.getMessage());
        }
    }

    private static Map<String, String> headers(GatewayOptions options) {
        Map<String, String> headers = new LinkedHashMap<>();
        options.text("headers").ifPresent(text -> json(options, text).properties().forEach(header -> {
            if (!header.getValue().isTextual() || !header.getKey().matches("[A-Za-z0-9-]+") || !header.getValue().asText().matches("[ -~]*")) {
                throw options.problem("headers", "must hold plain names and texts, for example {\"X-Tenant\": \"pool\"}");
            }
            headers.put(header.getKey(), header.getValue().asText());
        }));
        return headers;
    }

    private static JsonNode json(GatewayOptions options, String text) {
        try {
            JsonNode json = Json.parse(text);
            if (json.isObject()) {
                return json;
            }
        } catch (IllegalStateException e) {
            throw new IllegalStateException(options.problem("headers", "must be a JSON object").getMessage(), e);
        }
        throw options.problem("headers", "must be a JSON object");
    }
}
