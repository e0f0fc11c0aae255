package dev.lifeguard.keycloak.pages;

import java.util.Date;

import org.keycloak.common.util.Time;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Tells what time it is here, as RFC 9110 section 6.6.1 asks of whoever has a clock; Keycloak leaves that to a proxy. Whoever makes codes
 * on a device with a wrong clock, as the browser extension does, can make them for this time.
 */
@Provider
public class DateHeader implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(HttpHeaders.DATE)) {
            response.getHeaders().putSingle(HttpHeaders.DATE, new Date(Time.currentTimeMillis()));
        }
    }
}
