package dev.lifeguard.keycloak.realm;

import java.net.URI;

import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

import dev.lifeguard.keycloak.pages.StrictTransport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The page of the console. It holds nothing of a realm: what it shows it asks the Admin API for, as the administrator who signs in. */
public class ConsoleResource {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** Their names hold a hash of their content. */
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final KeycloakSession session;

    ConsoleResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response index() {
        URI here = session.getContext().getUri().getRequestUri();
        // The page names its files by relative paths, which hold at any address of the server.
        if (!here.getPath().endsWith("/")) {
            String query = here.getRawQuery() == null ? "" : "?" + here.getRawQuery();
            return withHeaders(Response.status(Response.Status.FOUND).header(HttpHeaders.LOCATION, "console/" + query), "no-cache");
        }
        return file(ConsoleFiles.INDEX, "no-cache");
    }

    @GET
    @Path("assets/{name}")
    public Response asset(@PathParam("name") String name) {
        return file("assets/" + name, FOREVER);
    }

    private Response file(String name, String caching) {
        if (!ConsoleFiles.has(name)) {
            throw new NotFoundException();
        }
        return withHeaders(Response.ok(ConsoleFiles.text(name)).header(HttpHeaders.CONTENT_TYPE, ConsoleFiles.type(name)), caching);
    }

    /** In place of the realm's own headers, which are for Keycloak's pages and would overwrite these; the realm's HSTS stays. */
    private Response withHeaders(Response.ResponseBuilder response, String caching) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        String strictTransport = StrictTransport.of(session.getContext().getRealm());
        if (!strictTransport.isEmpty()) {
            response.header(StrictTransport.NAME, strictTransport);
        }
        return response
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
