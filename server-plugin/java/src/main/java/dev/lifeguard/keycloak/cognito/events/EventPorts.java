package dev.lifeguard.keycloak.cognito.events;

import java.util.Map;
import java.util.function.Supplier;

import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.metrics.PoolMetrics;

/** What the API tells in Keycloak's own events, where operators and their monitoring look. */
public final class EventPorts implements PortGroup {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {
    };

    private final KeycloakSession session;
    private final OpenThings open;
    private final Supplier<AdminAuth> signer;

    /** @param signer whoever signed the request; asked only when there is a change to tell of */
    public EventPorts(KeycloakSession session, OpenThings open, Supplier<AdminAuth> signer) {
        this.session = session;
        this.open = open;
        this.signer = signer;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "tellFailure", Port.doing(this::tellFailure),
                "tellChange", Port.doing(this::tellChange));
    }

    /** Stored at once, in a transaction of its own: that of the request is rolled back. */
    private void tellFailure(JsonNode input) {
        EventBuilder event = new EventBuilder(open.realm(), session, session.getContext().getConnection())
                .event(EventType.LOGIN).detail(Details.AUTH_METHOD, "cognito");
        if (open.hasClient()) {
            event.client(open.client());
        }
        if (open.hasUser()) {
            event.user(open.user()).detail(Details.USERNAME, open.user().getUsername());
        }
        if (input.hasNonNull("reason")) {
            event.detail("lifeguard_reason", input.path("reason").asText());
        }
        event.error(input.path("error").asText());
        if (input.hasNonNull("factor")) {
            PoolMetrics.failure(open.realm(), input.path("factor").asText());
        }
    }

    private void tellChange(JsonNode input) {
        AdminAuth auth = signer.get();
        ResourceType resource = ResourceType.valueOf(input.path("resource").asText());
        // A realm that was deleted has no events any more; that of the signer has.
        RealmModel realm = open.hasRealm() ? open.realm() : auth.getRealm();
        new AdminEventBuilder(realm, auth, session, session.getContext().getConnection())
                .operation(OperationType.valueOf(input.path("operation").asText()))
                .resource(resource)
                .resourcePath(path(resource))
                .representation(Json.convert(input.path("details"), DETAILS))
                .success();
    }

    /** As the Admin API has it. */
    private String[] path(ResourceType resource) {
        return switch (resource) {
            case USER -> open.hasUser() ? new String[] {"users", open.user().getId()} : new String[] {"users"};
            case CLIENT -> open.hasClient() ? new String[] {"clients", open.client().getId()} : new String[] {"clients"};
            case GROUP -> new String[] {"groups"};
            default -> new String[0];
        };
    }
}
