package dev.lifeguard.keycloak.cognito.sealing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;

/** What the core keeps between requests: text that the client carries, and what can be done once only. */
public final class SealPorts implements PortGroup {

    private static final char[] LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789".toCharArray();

    private final KeycloakSession session;
    private final OpenThings open;

    public SealPorts(KeycloakSession session, OpenThings open) {
        this.session = session;
        this.open = open;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "randomText", input -> SecretGenerator.getInstance().randomString(input.path("length").asInt(), LETTERS_AND_DIGITS),
                "randomId", input -> UUID.randomUUID().toString(),
                "seal", input -> new SessionSeal(session).seal(open.realm(), input.path("text").asText()),
                "unseal", input -> unseal(input.path("sealed").asText()),
                "spend", this::spend,
                "isSpent", input -> session.singleUseObjects().contains(spentKey(input)));
    }

    private String unseal(String sealed) {
        Optional<SessionSeal.Opened> opened = new SessionSeal(session).open(sealed)
                .filter(found -> !open.hasRealm() || found.realm().getId().equals(open.realm().getId()));
        opened.ifPresent(found -> open.openRealm(found.realm()));
        return opened.map(SessionSeal.Opened::text).orElse(null);
    }

    /** Stays when the request fails. */
    private boolean spend(JsonNode input) {
        return session.singleUseObjects().putIfAbsent(spentKey(input), input.path("lifeInSeconds").asLong());
    }

    private String spentKey(JsonNode input) {
        return "lifeguard:cognito:spent:" + open.realm().getId() + ":" + input.path("key").asText();
    }
}
