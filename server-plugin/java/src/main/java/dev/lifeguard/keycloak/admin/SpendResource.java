package dev.lifeguard.keycloak.admin;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What texts of the pool cost and may cost. Whoever sees the realm sees it and may ask for more; whoever manages the realm decides. */
@Produces(MediaType.APPLICATION_JSON)
public class SpendResource {

    private final AdminPermissionEvaluator auth;
    private final AdminAnswers answers;

    SpendResource(KeycloakSession session, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.auth = auth;
        this.answers = new AdminAnswers(session, null, adminEvent);
    }

    @GET
    @Path("spend")
    public Response spend(@QueryParam("month") String month) {
        auth.realm().requireViewRealm();
        ObjectNode input = Json.object();
        if (month != null) {
            input.put("month", month);
        }
        return answers.ask("spendReport", input);
    }

    @GET
    @Path("settings")
    public Response settings() {
        auth.realm().requireViewRealm();
        return answers.ask("showSpendSettings", Json.object());
    }

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changeSettings(String body) {
        auth.realm().requireManageRealm();
        return answers.change("changeSpendSettings", body, OperationType.UPDATE);
    }

    @PUT
    @Path("limit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setLimit(String body) {
        auth.realm().requireManageRealm();
        return answers.change("setSpendLimit", body, OperationType.UPDATE);
    }

    @GET
    @Path("limit-requests")
    public Response limitRequests() {
        auth.realm().requireViewRealm();
        return answers.ask("listLimitRequests", Json.object());
    }

    @POST
    @Path("limit-requests")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response requestLimit(String body) {
        auth.realm().requireViewRealm();
        return answers.change("requestSpendLimit", body, administrator(), OperationType.CREATE);
    }

    @POST
    @Path("limit-requests/{id}/approve")
    public Response approve(@PathParam("id") String id) {
        return decide(id, true);
    }

    @POST
    @Path("limit-requests/{id}/deny")
    public Response deny(@PathParam("id") String id) {
        return decide(id, false);
    }

    private Response decide(String id, boolean approve) {
        auth.realm().requireManageRealm();
        return answers.change("decideLimitRequest", null, administrator().put("id", id).put("approve", approve), OperationType.ACTION);
    }

    private ObjectNode administrator() {
        return Json.object().put("administrator", auth.adminAuth().getUser().getUsername());
    }
}
