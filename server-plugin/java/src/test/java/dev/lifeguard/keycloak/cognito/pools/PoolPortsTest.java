package dev.lifeguard.keycloak.cognito.pools;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.WireRequest;
import dev.lifeguard.keycloak.core.Json;

class PoolPortsTest {

    /** Answers the named methods, and nothing to all others. */
    private static <T> T having(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> answers.get(method.getName())));
    }

    @Test
    void anEndpointWhoseRealmIsDisabledOpensNoPoolAndFailsAtNothing() {
        RealmModel realm = having(RealmModel.class, Map.of("getId", "id", "getName", "pool", "isEnabled", false));
        KeycloakSession session = having(KeycloakSession.class, Map.of("getContext", having(KeycloakContext.class, Map.of("getRealm", realm))));
        OpenThings open = new OpenThings(session, realm);
        PoolPorts ports = new PoolPorts(session, new WireRequest(session, new byte[0]), open, null, null);
        assertNull(ports.ports().get("openEndpointPool").call(Json.object()));
        assertFalse(open.hasRealm());
    }
}
