package dev.lifeguard.keycloak.sms;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.core.Json;

/** {@code {"id", "status": "delivered" | "failed"}}, signed as the texts are. The id is in the body, so that a signature is good for one text. */
final class WebhookReceipts {

    private WebhookReceipts() {
    }

    /** @return nothing when it is not genuine, is old, or speaks of another text than its address */
    static Optional<Receipt> read(ReceiptRequest request, String secret, long nowInSeconds) {
        if (!BodySignature.isGenuine(secret, request.body(), request.header().apply(BodySignature.HEADER), nowInSeconds)) {
            return Optional.empty();
        }
        JsonNode receipt;
        try {
            receipt = Json.parse(request.body());
        } catch (IllegalStateException e) {
            return Optional.empty(); // Signed, and still no receipt.
        }
        if (!receipt.path("id").asText().equals(request.messageId())) {
            return Optional.empty();
        }
        return Optional.of(new Receipt(request.messageId(), switch (receipt.path("status").asText()) {
            case "delivered" -> Receipt.Status.DELIVERED;
            case "failed" -> Receipt.Status.FAILED;
            default -> Receipt.Status.UNDERWAY;
        }));
    }
}
