package dev.lifeguard.keycloak.pages;

import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.RealmModel;

import jakarta.ws.rs.core.Response;

/** The header by which browsers stay with HTTPS, as the realm has it, where Keycloak's own headers are skipped. */
public final class StrictTransport {

    private StrictTransport() {
    }

    public static void add(Response.ResponseBuilder response, RealmModel realm) {
        BrowserSecurityHeaders hsts = BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY;
        String value = realm.getBrowserSecurityHeaders().getOrDefault(hsts.getKey(), hsts.getDefaultValue());
        if (!value.isEmpty()) {
            response.header(hsts.getHeaderName(), value);
        }
    }
}
