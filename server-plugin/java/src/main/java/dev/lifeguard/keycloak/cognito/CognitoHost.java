package dev.lifeguard.keycloak.cognito;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.models.KeycloakSession;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.cognito.access.CallerPorts;
import dev.lifeguard.keycloak.cognito.access.Signer;
import dev.lifeguard.keycloak.cognito.clients.ClientPorts;
import dev.lifeguard.keycloak.cognito.events.EventPorts;
import dev.lifeguard.keycloak.cognito.mail.MailPorts;
import dev.lifeguard.keycloak.cognito.passwords.PasswordPorts;
import dev.lifeguard.keycloak.cognito.pools.PoolPorts;
import dev.lifeguard.keycloak.cognito.sealing.SealPorts;
import dev.lifeguard.keycloak.cognito.seeds.SeedPorts;
import dev.lifeguard.keycloak.cognito.srp.SrpKeys;
import dev.lifeguard.keycloak.cognito.srp.SrpPorts;
import dev.lifeguard.keycloak.cognito.tokens.TokenPorts;
import dev.lifeguard.keycloak.cognito.users.GroupPorts;
import dev.lifeguard.keycloak.cognito.users.UserPorts;
import dev.lifeguard.keycloak.core.Json;
import dev.lifeguard.keycloak.engine.CoreEngine;
import dev.lifeguard.keycloak.ports.KeycloakPorts;
import dev.lifeguard.keycloak.ports.PoolClock;

/** The ports of core/src/cognito/ports.ts on Keycloak, for one request. Those that every core has are about what the request has opened. */
public final class CognitoHost implements CoreEngine.Host {

    /** Of {@link KeycloakPorts}: they ask for no realm. */
    private static final Set<String> WITHOUT_REALM = Set.of("clientAddress");

    private final KeycloakSession session;
    private final OpenThings open;
    private final PoolClock clock = PoolClock.ofServer();
    private final Map<String, PortGroup.Port> ports = new HashMap<>();

    CognitoHost(KeycloakSession session, OpenThings open, List<PortGroup> groups) {
        this.session = session;
        this.open = open;
        groups.forEach(group -> ports.putAll(group.ports()));
    }

    public static CognitoHost of(KeycloakSession session, WireRequest request, Secrets secrets) {
        OpenThings open = new OpenThings(session, request.endpointRealm());
        return new CognitoHost(session, open, groups(session, request, open, secrets, new Signer(session, request)));
    }

    /** All that there are. */
    static List<PortGroup> groups(KeycloakSession session, WireRequest request, OpenThings open, Secrets secrets, Signer signer) {
        Records records = new KeycloakRecords(session);
        return List.of(
                new CallerPorts(request, open, signer),
                new PoolPorts(session, request, open, records, signer),
                new ClientPorts(session, request, open, records, secrets),
                new UserPorts(session, open, records),
                new GroupPorts(session, open),
                new PasswordPorts(session, open),
                new SrpPorts(session, open, SrpKeys.ofServer(), PoolClock.ofServer()),
                new SealPorts(session, open),
                new SeedPorts(session, open, secrets),
                new MailPorts(session, open),
                new TokenPorts(session, open, secrets, records),
                new EventPorts(session, open, () -> signer.account()));
    }

    @Override
    public String call(String port, String json) {
        PortGroup.Port ours = ports.get(port);
        return ours == null ? callShared(port, json) : answer(ours.call(Json.parse(json)));
    }

    private String callShared(String port, String json) {
        if (!open.hasRealm()) {
            if (port.equals("now")) {
                return answer(clock.millis());
            }
            if (!WITHOUT_REALM.contains(port)) {
                throw new IllegalStateException("no realm is open for " + port);
            }
        }
        return new KeycloakPorts(session, open.hasRealm() ? open.realm() : null, open.hasUser() ? open.user() : null, null, clock).call(port, json);
    }

    /** A sign-in asks some thirty ports, and most answer a word or a number. */
    private static String answer(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            return "{\"value\":" + value + "}";
        }
        ObjectNode answer = Json.object();
        if (value instanceof JsonNode node) {
            answer.set("value", node);
        } else if (value instanceof String text) {
            answer.put("value", text);
        } else {
            throw new IllegalStateException("no JSON: " + value.getClass().getName());
        }
        return answer.toString();
    }
}
