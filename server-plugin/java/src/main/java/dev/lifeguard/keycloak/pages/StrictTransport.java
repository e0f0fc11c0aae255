package dev.lifeguard.keycloak.pages;

import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.RealmModel;

/** The header by which browsers stay with HTTPS, as the realm has it, where Keycloak's own headers are skipped. */
public final class StrictTransport {

    public static final String NAME = BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY.getHeaderName();
    private static final BrowserSecurityHeaders HSTS = BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY;

    private StrictTransport() {
    }

    /** @return empty for none */
    public static String of(RealmModel realm) {
        return realm.getBrowserSecurityHeaders().getOrDefault(HSTS.getKey(), HSTS.getDefaultValue());
    }
}
