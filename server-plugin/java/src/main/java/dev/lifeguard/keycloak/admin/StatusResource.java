package dev.lifeguard.keycloak.admin;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import dev.lifeguard.keycloak.sms.SmsSender;
import dev.lifeguard.keycloak.sms.SmsSenderFactory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The state of the plugin for one realm. Reading it needs the right to view the realm. */
public class StatusResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    StatusResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
    }

    @GET
    @Path("status")
    @Produces(MediaType.APPLICATION_JSON)
    public String status() {
        auth.realm().requireViewRealm();
        ObjectNode status = Core.get().status();
        String version = StatusResource.class.getPackage().getImplementationVersion();
        status.put("version", version);
        SmsSenderFactory sender = (SmsSenderFactory) session.getKeycloakSessionFactory().getProviderFactory(SmsSender.class);
        status.putObject("smsSender")
                .put("id", sender == null ? null : sender.getId())
                .put("configured", sender != null && sender.isConfigured());
        status.set("policy", policy());
        return status.toString();
    }

    private JsonNode policy() {
        JsonNode parsed = Core.get().ask("poolPolicy", Json.object(), new KeycloakPorts(session, realm, null, null, new PoolClock(false)));
        if (parsed.path("ok").asBoolean(false)) {
            return parsed.get("policy");
        }
        ObjectNode unreadable = Json.object();
        unreadable.set("problems", parsed.path("problems"));
        return unreadable;
    }
}
