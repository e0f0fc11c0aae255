package dev.lifeguard.keycloak.realm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;

import dev.lifeguard.keycloak.sms.Receipt;
import dev.lifeguard.keycloak.sms.ReceiptRequest;
import dev.lifeguard.keycloak.sms.Receipts;
import dev.lifeguard.keycloak.spend.SpendReceipts;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Where gateways post what became of a text. Whoever can't prove to be the gateway gets a 403 and learns nothing else. */
public class ReceiptsResource {

    /** By then the gateway's own answer has come, or nobody waits for it any more. */
    private static final int RETRY_AFTER_SECONDS = 30;

    private final KeycloakSession session;

    ReceiptsResource(KeycloakSession session) {
        this.session = session;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(@PathParam("gateway") String gateway, @PathParam("id") String id, String body) {
        return take(gateway, id, body, Map.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response receive(@PathParam("gateway") String gateway, @PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Map<String, String> form = new HashMap<>();
        fields.forEach((name, values) -> form.put(name, values.get(0)));
        return take(gateway, id, "", form);
    }

    private Response take(String gateway, String id, String body, Map<String, String> form) {
        ReceiptRequest request = new ReceiptRequest(gateway, id, session.getContext().getHttpRequest().getHttpHeaders()::getHeaderString, body, form);
        Optional<Receipt> receipt = Receipts.take(session, request);
        if (receipt.isEmpty()) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        if (!SpendReceipts.note(session, receipt.get())) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    // Keycloak lets no such answer out without a type.
                    .type(MediaType.TEXT_PLAIN_TYPE).entity("The text is still being sent. Repeat the receipt.").build();
        }
        return Response.noContent().build();
    }
}
