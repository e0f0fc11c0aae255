package dev.lifeguard.keycloak.signin;

import org.keycloak.authentication.AuthenticationFlowContext;

import com.fasterxml.jackson.databind.JsonNode;

import jakarta.ws.rs.core.Response;

/** What the core's decisions look like to whoever signs in. */
interface SignInView {

    /** @param page a step of the kind {@code page} in core/src/sign-in/step.ts */
    Response page(AuthenticationFlowContext context, JsonNode page);

    /** @param message the key of a text */
    Response error(AuthenticationFlowContext context, Response.Status status, String message);
}
