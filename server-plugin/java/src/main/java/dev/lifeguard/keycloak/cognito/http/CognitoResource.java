package dev.lifeguard.keycloak.cognito.http;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.keycloak.models.KeycloakSession;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * {@code /realms/{realm}/lifeguard/cognito}, the endpoint of the Cognito API, with and without a slash at the end. It takes any media
 * type: a refusal has to be in the words of AWS.
 */
public class CognitoResource {

    private static final String POOL = "pool";
    private static final String KEY_SET = "{poolId}/.well-known/jwks.json";

    private final KeycloakSession session;
    private final Replies replies;

    public CognitoResource(KeycloakSession session) {
        this.session = session;
        this.replies = new Replies(session);
    }

    @POST
    public Response post() {
        // As a parameter it would be read by a media type that Jakarta REST can parse, or answered in its own words.
        return new Exchange(session, replies).answer(CurrentRequestManager.get().getInputStream());
    }

    @GET
    public Response get() {
        return replies.of(Answer.notUnderstood());
    }

    @OPTIONS
    public Response preflight() {
        return replies.preflight("POST");
    }

    @GET
    @Path(KEY_SET)
    public Response keySet(@PathParam("poolId") String poolId) {
        return new Exchange(session, replies).keySet(poolId);
    }

    @OPTIONS
    @Path(KEY_SET)
    public Response keySetPreflight() {
        return replies.preflight("GET");
    }

    @GET
    @Path(POOL)
    public Response pool() {
        return new Exchange(session, replies).poolOfUser();
    }

    @OPTIONS
    @Path(POOL)
    public Response poolPreflight() {
        return replies.preflight("GET");
    }
}
