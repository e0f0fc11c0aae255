package dev.lifeguard.keycloak.factors;

import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;

/** A yes-or-no question to the core from within a required action. Without an answer it is no. */
final class Permission {

    private static final Logger LOG = Logger.getLogger(Permission.class);

    private Permission() {
    }

    static boolean ask(RequiredActionContext context, PoolClock clock, String operation, ObjectNode request) {
        try {
            return Core.get().ask(operation, request, ports(context, clock)).asBoolean(false);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Lifeguard denied a request in realm %s: %s gave no answer", context.getRealm().getName(), operation);
            return false;
        }
    }

    static KeycloakPorts ports(RequiredActionContext context, PoolClock clock) {
        return new KeycloakPorts(context.getSession(), context.getRealm(), context.getUser(), context.getAuthenticationSession(), clock);
    }
}
