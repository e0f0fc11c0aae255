package dev.lifeguard.keycloak.signin;

import java.util.ArrayList;
import java.util.List;

import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The core's pages as error answers of the token endpoint (RFC 6749 section 5.2), which may carry more members. */
final class DirectGrantAnswers implements SignInView {

    @Override
    public Response page(AuthenticationFlowContext context, JsonNode page) {
        String name = page.path("page").asText();
        String message = page.path("message").asText(page.path("notice").asText("lifeguardGrant." + name));
        List<Object> parameters = new ArrayList<>();
        page.path("messageParameters").forEach(parameter -> parameters.add(parameter.asText()));
        String text = EnglishMessages.format(context.getSession(), message, parameters.toArray());
        ObjectNode answer = error(OAuthErrorException.INVALID_GRANT, text);
        switch (name) {
            case "sms-code" -> answer.put("mfa_challenge", "SMS_MFA").set("mfa_destination", page.path("destination"));
            case "software-token" -> answer.put("mfa_challenge", "SOFTWARE_TOKEN_MFA");
            case "select-factor" -> answer.put("mfa_challenge", "SELECT_MFA_TYPE").set("mfa_factors", page.path("factors"));
            default -> throw new IllegalStateException("unknown page");
        }
        return response(Response.Status.BAD_REQUEST, answer);
    }

    @Override
    public Response error(AuthenticationFlowContext context, Response.Status status, String message) {
        String text = EnglishMessages.format(context.getSession(), message);
        return status.getFamily() == Response.Status.Family.SERVER_ERROR
                ? response(status, error(OAuthErrorException.SERVER_ERROR, text))
                : response(Response.Status.BAD_REQUEST, error(OAuthErrorException.INVALID_GRANT, text));
    }

    private static ObjectNode error(String code, String description) {
        return Json.object().put("error", code).put("error_description", description);
    }

    private static Response response(Response.Status status, ObjectNode answer) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(answer.toString()).build();
    }
}
