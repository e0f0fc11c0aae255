package dev.lifeguard.keycloak.sms;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.JsonNode;

/** An error event for a text that may not arrive: operators see it, and no user's failures are counted. */
public final class SendFailure {

    private static final String ERROR = "sms_send_failed";

    private SendFailure() {
    }

    /** @param page what the core answered; it says whether this very request tried to send */
    public static void report(EventBuilder event, UserModel user, JsonNode page) {
        if (page.hasNonNull("sendFailure")) {
            event.clone().user(user).detail("lifeguard_reason", page.get("sendFailure").asText()).error(ERROR);
        }
    }
}
