package dev.lifeguard.keycloak.cognito.http;

import java.util.regex.Pattern;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Keeps Keycloak from reading a request to the Cognito API as a form when it calls itself one. Keycloak would answer a form that is too
 * large or can't be decoded in its own words, and one of them is HTTP 500.
 */
@Provider
@PreMatching
public class UnreadForms implements ContainerRequestFilter {

    private static final Pattern ENDPOINT = Pattern.compile("(?:^|/)realms/[^/]+/lifeguard/cognito/?$");

    @Override
    public void filter(ContainerRequestContext request) {
        if (request instanceof ResteasyReactiveContainerRequestContext here && ENDPOINT.matcher(request.getUriInfo().getPath()).find()) {
            // A form that was read already is not read again.
            ((ResteasyReactiveRequestContext) here.getServerRequestContext()).setFormData(new FormData(0));
        }
    }
}
