package dev.lifeguard.keycloak.cognito;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

import dev.lifeguard.keycloak.cognito.signature.SignedRequest;
import dev.lifeguard.keycloak.cognito.signature.SignedRequest.Address;
import jakarta.ws.rs.core.HttpHeaders;

/** A request as it was sent to the API, to the endpoint of one realm. */
public final class WireRequest {

    private final KeycloakSession session;
    private final RealmModel endpointRealm;
    private final byte[] body;
    /** Absent until somebody asks who has signed, which few requests are. */
    private SignedRequest signed;

    /** To be called while the realm of the endpoint is that of Keycloak's context. */
    public WireRequest(KeycloakSession session, byte[] body) {
        this.session = session;
        this.endpointRealm = session.getContext().getRealm();
        this.body = body;
    }

    public RealmModel endpointRealm() {
        return endpointRealm;
    }

    /** To be called first while the realm of the endpoint is that of Keycloak's context: each realm may have an address of its own. */
    public SignedRequest signed() {
        if (signed == null) {
            if (!endpointRealm.getId().equals(session.getContext().getRealm().getId())) {
                throw new IllegalStateException("another realm is open already");
            }
            HttpHeaders headers = headers();
            URI uri = session.getContext().getHttpRequest().getUri().getRequestUri();
            signed = new SignedRequest(session.getContext().getHttpRequest().getHttpMethod(), addresses(session, uri, headers),
                    uri.getRawQuery() == null ? "" : uri.getRawQuery(), name -> values(headers, name), body);
        }
        return signed;
    }

    /** @return empty when there is none, or several */
    public String header(String name) {
        List<String> values = values(headers(), name);
        return values.size() == 1 ? values.get(0) : "";
    }

    private HttpHeaders headers() {
        return session.getContext().getHttpRequest().getHttpHeaders();
    }

    private static List<String> values(HttpHeaders headers, String name) {
        List<String> values = headers.getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    /**
     * The client signs the address that it was given. That is the one that arrives here, or, behind a proxy that changes it, the one that
     * Keycloak takes from the proxy or was given as its hostname: nothing that Keycloak itself does not trust.
     */
    private static List<Address> addresses(KeycloakSession session, URI uri, HttpHeaders headers) {
        Set<Address> addresses = new LinkedHashSet<>();
        String path = uri.getRawPath();
        values(headers, "host").forEach(host -> addresses.add(new Address(host, path)));
        addresses.add(new Address(uri.getRawAuthority(), path));
        URI frontend = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        String context = withoutEnd(session.getContext().getHttpRequest().getUri().getBaseUri().getRawPath());
        if (path.startsWith(context)) {
            addresses.add(new Address(frontend.getRawAuthority(), withoutEnd(frontend.getRawPath()) + path.substring(context.length())));
        }
        return new ArrayList<>(addresses);
    }

    private static String withoutEnd(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
