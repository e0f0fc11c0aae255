package dev.lifeguard.keycloak.spend;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The event of a text that went out. Keycloak's list of event types is closed, and this one is what it has for actions of others. */
final class TextSentEvent {

    private static final String ACTION = "lifeguard-text-sent";

    private TextSentEvent() {
    }

    /** @param id of the text, by which gateways know it too */
    static void report(KeycloakSession session, RealmModel realm, UserModel user, String id, SpentText.State outcome) {
        EventBuilder event = new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(user)
                .detail(Details.CUSTOM_REQUIRED_ACTION, ACTION)
                .detail("lifeguard_text", id)
                .detail("lifeguard_outcome", outcome.inReports());
        ClientModel client = session.getContext().getClient();
        if (client != null) {
            event.client(client);
        }
        event.success();
    }
}
