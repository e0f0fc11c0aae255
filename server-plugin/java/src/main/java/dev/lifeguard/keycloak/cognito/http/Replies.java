package dev.lifeguard.keycloak.cognito.http;

import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

import dev.lifeguard.keycloak.pages.StrictTransport;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers as HTTP, for clients on any page: an error that a browser keeps from its script looks to it like a network that is down. */
final class Replies {

    private static final String JSON_1_1 = "application/x-amz-json-1.1";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private final KeycloakSession session;
    private final String strictTransport;

    Replies(KeycloakSession session) {
        this.session = session;
        // As long as there is one: the request may delete the realm.
        this.strictTransport = StrictTransport.of(session.getContext().getRealm());
    }

    Response of(Answer answer) {
        Response.ResponseBuilder response = start(answer.status())
                .entity(answer.body().toString())
                .header(HttpHeaders.CONTENT_TYPE, JSON_1_1)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.headers().forEach(response::header);
        return response.build();
    }

    /** A document that anybody may keep for a while. */
    Response document(String json, int maxAgeInSeconds) {
        return start(Answer.OK)
                .entity(json)
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAgeInSeconds)
                .build();
    }

    Response preflight(String method) {
        Response.ResponseBuilder response = start(Answer.OK)
                .entity("")
                .header(HttpHeaders.CONTENT_TYPE, JSON_1_1)
                .header("Access-Control-Allow-Methods", method)
                .header("Access-Control-Max-Age", "172800");
        String wanted = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString("Access-Control-Request-Headers");
        if (wanted != null) {
            response.header("Access-Control-Allow-Headers", wanted);
        }
        return response.build();
    }

    /** Keycloak's own headers are for pages, and are made by a look at the request's media type, which may be none. */
    private Response.ResponseBuilder start(int status) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        Response.ResponseBuilder response = Response.status(status)
                .header("x-amzn-RequestId", KeycloakModelUtils.generateId())
                .header(ALLOW_ORIGIN, "*")
                // By the date, which every answer of the server has, the SDKs correct clocks that are wrong, and sign again.
                .header("Access-Control-Expose-Headers", "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date")
                .header("X-Content-Type-Options", "nosniff");
        return strictTransport.isEmpty() ? response : response.header(StrictTransport.NAME, strictTransport);
    }
}
