package dev.lifeguard.keycloak.admin;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.sms.FailoverSenderFactory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How the SMS gateways do, as the node that is asked sees them. */
public class GatewaysResource {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator auth;

    GatewaysResource(KeycloakSession session, AdminPermissionEvaluator auth) {
        this.session = session;
        this.auth = auth;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String gateways() {
        auth.realm().requireViewRealm();
        ObjectNode answer = Json.object().put("ok", true);
        answer.set("gateways", health(session));
        return answer.toString();
    }

    static ArrayNode health(KeycloakSession session) {
        ArrayNode gateways = Json.object().arrayNode();
        FailoverSenderFactory.gateways(session).forEach(gateway -> gateways.add(gateway.health()));
        return gateways;
    }
}
