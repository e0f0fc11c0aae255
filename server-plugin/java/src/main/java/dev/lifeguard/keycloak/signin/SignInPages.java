package dev.lifeguard.keycloak.signin;

import org.keycloak.authentication.AuthenticationFlowContext;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.pages.CorePages;
import jakarta.ws.rs.core.Response;

/** Pages of the login theme, for a person with a browser. */
final class SignInPages implements SignInView {

    @Override
    public Response page(AuthenticationFlowContext context, JsonNode page) {
        return CorePages.show(context.form(), page);
    }

    @Override
    public Response error(AuthenticationFlowContext context, Response.Status status, String message) {
        return CorePages.error(context.form(), status, message);
    }
}
