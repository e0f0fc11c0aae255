package dev.lifeguard.keycloak.factors;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;

/** What the account console may offer to a user, as the core says. */
final class ConsoleFactors {

    private static final Logger LOG = Logger.getLogger(ConsoleFactors.class);

    private final KeycloakSession session;
    private final PoolClock clock;

    ConsoleFactors(KeycloakSession session, PoolClock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Keycloak's account API deletes by token what its list calls removable: the two are told apart by the request. */
    boolean isRemovable(UserModel user, String factor) {
        boolean isDeletion = "DELETE".equals(session.getContext().getHttpRequest().getHttpMethod());
        return ask(user, "mayRemoveFactor", Json.object().put("factor", factor).put("by", isDeletion ? "token" : "list")).asBoolean(false);
    }

    JsonNode phoneFactor(UserModel user) {
        return ask(user, "phoneFactor", Json.object());
    }

    /** Without an answer nothing is offered. */
    private JsonNode ask(UserModel user, String operation, ObjectNode request) {
        try {
            return Core.get().ask(operation, request, new KeycloakPorts(session, session.getContext().getRealm(), user, null, clock));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Lifeguard offers nothing in realm %s: %s failed", session.getContext().getRealm().getName(), operation);
            return Json.object();
        }
    }
}
