package dev.lifeguard.keycloak.cognito.access;

import java.util.Map;

import org.keycloak.services.managers.RealmManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.cognito.WireRequest;
import dev.lifeguard.keycloak.cognito.signature.Verdict;
import dev.lifeguard.keycloak.core.Json;

/** Where the request was sent to, who signed it, and what that one may do. */
public final class CallerPorts implements PortGroup {

    private final WireRequest request;
    private final OpenThings open;
    private final Signer signer;

    public CallerPorts(WireRequest request, OpenThings open, Signer signer) {
        this.request = request;
        this.open = open;
        this.signer = signer;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "endpoint", input -> endpoint(),
                "caller", input -> caller(),
                // Without an open realm there are only the roles of the whole server.
                "callerMay", input -> open.hasRealm() ? signer.may(input.path("role").asText(), open.realm())
                        : signer.mayOnServer(input.path("role").asText()));
    }

    private JsonNode endpoint() {
        return Json.object()
                .put("realm", request.endpointRealm().getName())
                .put("servesEveryPool", RealmManager.isAdministrationRealm(request.endpointRealm()));
    }

    private JsonNode caller() {
        Verdict who = signer.verdict();
        ObjectNode answer = Json.object().put("kind", who.kind());
        if (who.reason() != null) {
            answer.put("reason", who.reason());
        }
        return who.isSigned() ? answer.put("keyId", who.keyId()).put("region", who.region()) : answer;
    }
}
