package dev.lifeguard.keycloak.admin;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import dev.lifeguard.keycloak.core.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One user's factors. Keycloak's own rights decide who may look and who may change; answers and admin events hold masked numbers. */
@Produces(MediaType.APPLICATION_JSON)
public class UserMfaResource {

    private final UserModel user;
    private final AdminPermissionEvaluator auth;
    private final AdminAnswers answers;

    UserMfaResource(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.user = user;
        this.auth = auth;
        this.answers = new AdminAnswers(session, user, adminEvent);
    }

    @GET
    public Response describe() {
        auth.users().requireView(user);
        return answers.ask("describeUser", Json.object());
    }

    @PUT
    @Path("phone-number")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setPhoneNumber(String body) {
        return change("setUserPhoneNumber", body);
    }

    @PUT
    @Path("mfa-preference")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setPreference(String body) {
        return change("setUserPreference", body);
    }

    @POST
    @Path("reset-factors")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response resetFactors(String body) {
        return change("resetUserFactors", body);
    }

    private Response change(String operation, String body) {
        auth.users().requireManage(user);
        return answers.change(operation, body, OperationType.UPDATE);
    }
}
