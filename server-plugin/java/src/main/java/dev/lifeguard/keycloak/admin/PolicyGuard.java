package dev.lifeguard.keycloak.admin;

import java.util.Map;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.core.Core;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;
import dev.lifeguard.keycloak.tab.PolicyMirror;
import jakarta.ws.rs.core.Response;

/**
 * Asks the core about each update of a realm by Keycloak's own endpoint, which knows no rule of a pool. An admin event is the one place
 * at which that endpoint lets others look; an objection is thrown when the request is about to be committed, so nothing of it stays.
 */
final class PolicyGuard implements EventListenerProvider {

    private final KeycloakSession session;

    PolicyGuard(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourceType() == ResourceType.REALM && event.getOperationType() == OperationType.UPDATE) {
            session.getTransactionManager().enlistPrepare(new Objection(event.getRealmId()));
        }
    }

    /** Keycloak swallows what a listener throws, but not what a transaction does. */
    private final class Objection extends AbstractKeycloakTransaction {

        private final String realmId;

        private Objection(String realmId) {
            this.realmId = realmId;
        }

        @Override
        protected void commitImpl() {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return;
            }
            ObjectNode request = Json.object();
            ObjectNode before = request.putObject("before");
            attributesBefore().forEach(before::put);
            JsonNode objection = Core.get().ask("policyObjection", request, new KeycloakPorts(session, realm, null, null, PoolClock.ofServer()));
            if (!objection.isNull()) {
                throw ErrorResponse.error(objection.asText(), Response.Status.BAD_REQUEST);
            }
            PolicyMirror.update(session, realm);
        }

        /** Another transaction does not see yet what this one is about to write. */
        private Map<String, String> attributesBefore() {
            return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(),
                    own -> own.realms().getRealm(realmId).getAttributes());
        }

        @Override
        protected void rollbackImpl() {
        }
    }

    @Override
    public void onEvent(Event event) {
    }

    @Override
    public void close() {
    }
}
