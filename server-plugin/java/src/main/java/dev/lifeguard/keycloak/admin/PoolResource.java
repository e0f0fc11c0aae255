package dev.lifeguard.keycloak.admin;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.cognito.srp.SrpKeys;
import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.factorshare.FactorShares;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import dev.lifeguard.keycloak.tab.PolicyMirror;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What an administrator sees and changes of one pool, with Keycloak's own rights. */
public class PoolResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    PoolResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @GET
    @Path("status")
    @Produces(MediaType.APPLICATION_JSON)
    public String status() {
        auth.realm().requireViewRealm();
        ObjectNode status = Core.get().status();
        String version = PoolResource.class.getPackage().getImplementationVersion();
        status.put("version", version);
        ArrayNode gateways = GatewaysResource.health(session);
        status.putObject("smsSender").put("configured", !gateways.isEmpty()).set("gateways", gateways);
        status.putObject("cognito").put("srpKey", SrpKeys.ofServer().hasKey(session));
        status.set("policy", policy());
        return status.toString();
    }

    @PUT
    @Path("policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response changePolicy(String body) {
        auth.realm().requireManageRealm();
        Response response = new AdminAnswers(session, null, adminEvent).change("changePolicy", body, OperationType.UPDATE);
        PolicyMirror.update(session, realm);
        return response;
    }

    @Path("sms")
    public SpendResource sms() {
        return new SpendResource(session, auth, adminEvent);
    }

    /** How many of all users have which factor, which whoever sees the realm may know: nobody is named. */
    @GET
    @Path("factors")
    @Produces(MediaType.APPLICATION_JSON)
    public String factors() {
        auth.realm().requireViewRealm();
        return FactorShares.read(session, realm).toString();
    }

    @Path("users/{id}")
    public UserMfaResource user(@PathParam("id") String id) {
        UserModel user = session.users().getUserById(realm, id);
        if (user == null) {
            // Whoever may not see users learns nothing by asking for their ids.
            throw auth.users().canQuery() ? new NotFoundException("User not found") : new ForbiddenException();
        }
        return new UserMfaResource(session, user, auth, adminEvent);
    }

    @Path("sms/gateways")
    public GatewaysResource gateways() {
        return new GatewaysResource(session, auth);
    }

    private JsonNode policy() {
        JsonNode parsed = Core.get().ask("poolPolicy", Json.object(), new KeycloakPorts(session, realm, null, null, PoolClock.ofServer()));
        if (parsed.path("ok").asBoolean(false)) {
            return parsed.get("policy");
        }
        ObjectNode unreadable = Json.object();
        unreadable.set("problems", parsed.path("problems"));
        return unreadable;
    }
}
