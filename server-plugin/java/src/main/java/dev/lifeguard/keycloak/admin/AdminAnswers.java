package dev.lifeguard.keycloak.admin;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import jakarta.ws.rs.core.Response;

/** Turns what the core answers to an administrator into HTTP, and a change into an admin event. */
final class AdminAnswers {

    private static final String RESOURCE_TYPE = "LIFEGUARD_MFA";

    private final KeycloakSession session;
    private final UserModel user;
    private final AdminEventBuilder adminEvent;

    /** @param user absent where the pool itself is administered */
    AdminAnswers(KeycloakSession session, UserModel user, AdminEventBuilder adminEvent) {
        this.session = session;
        this.user = user;
        this.adminEvent = adminEvent;
    }

    Response ask(String operation, ObjectNode input) {
        return toResponse(decide(operation, input));
    }

    Response change(String operation, String body, OperationType type) {
        return change(operation, body, Json.object(), type);
    }

    /**
     * The event holds the answer, which has no secret in it, and never the request.
     * @param known what the server knows for itself, whatever the body says of it
     */
    Response change(String operation, String body, ObjectNode known, OperationType type) {
        JsonNode input;
        try {
            input = Json.parse(body == null || body.isEmpty() ? "{}" : body);
        } catch (IllegalStateException e) {
            return refusal("invalid-json", "The body is not JSON.");
        }
        if (!(input instanceof ObjectNode)) {
            return refusal("invalid-json", "The body is not a JSON object.");
        }
        JsonNode answer = decide(operation, ((ObjectNode) input).setAll(known));
        if (answer.path("ok").asBoolean(false)) {
            adminEvent.operation(type).resource(RESOURCE_TYPE).resourcePath(session.getContext().getUri())
                    .representation(answer).success();
        }
        return toResponse(answer);
    }

    private JsonNode decide(String operation, ObjectNode input) {
        return Core.get().ask(operation, input, new KeycloakPorts(session, session.getContext().getRealm(), user, null, PoolClock.ofServer()));
    }

    private static Response toResponse(JsonNode answer) {
        Response.Status status = answer.path("ok").asBoolean(false) ? Response.Status.OK : Response.Status.BAD_REQUEST;
        return Response.status(status).entity(answer.toString()).build();
    }

    private static Response refusal(String code, String reason) {
        return toResponse(Json.object().put("ok", false).put("code", code).put("reason", reason));
    }
}
