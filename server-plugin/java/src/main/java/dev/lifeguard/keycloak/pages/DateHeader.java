package dev.lifeguard.keycloak.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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

    /** Of RFC 9110 section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The text of one second is that of all its answers. */
    private record Told(long second, String text) {

        static Told of(long second) {
            return new Told(second, HTTP_DATE.format(Instant.ofEpochSecond(second)));
        }
    }

    private static volatile Told newest = Told.of(0);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(HttpHeaders.DATE)) {
            response.getHeaders().putSingle(HttpHeaders.DATE, at(Time.currentTimeMillis()));
        }
    }

    static String at(long millis) {
        long second = Math.floorDiv(millis, 1_000);
        Told told = newest;
        if (told.second() != second) {
            told = Told.of(second);
            newest = told;
        }
        return told.text();
    }
}
