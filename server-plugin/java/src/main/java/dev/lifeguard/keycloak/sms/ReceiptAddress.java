package dev.lifeguard.keycloak.sms;

import java.net.URI;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

import jakarta.ws.rs.core.UriBuilder;

/** Where a gateway posts what became of one text: {@code /realms/{realm}/lifeguard/sms/receipts/{gateway}/{id}} at the public address. */
final class ReceiptAddress {

    private ReceiptAddress() {
    }

    static URI of(KeycloakSession session, String gateway, String messageId) {
        return UriBuilder.fromUri(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                .path("realms").segment(session.getContext().getRealm().getName(), "lifeguard", "sms", "receipts", gateway, messageId).build();
    }

    /** @return nothing where receipts would come in the clear: a public address without https */
    static Optional<URI> reachable(KeycloakSession session, String gateway, String messageId) {
        return Optional.of(of(session, gateway, messageId))
                .filter(address -> "https".equals(address.getScheme()) || GatewayOptions.isLoopback(address.getHost()));
    }
}
