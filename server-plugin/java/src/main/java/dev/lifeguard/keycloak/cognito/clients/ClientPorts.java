package dev.lifeguard.keycloak.cognito.clients;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.cognito.Records;
import dev.lifeguard.keycloak.cognito.Secrets;
import dev.lifeguard.keycloak.cognito.WireRequest;
import dev.lifeguard.keycloak.core.Json;

/** The clients of a pool, and what they prove themselves by. */
public final class ClientPorts implements PortGroup {

    private final KeycloakSession session;
    private final OpenThings open;
    private final Records records;
    private final Secrets secrets;
    private final WireRequest request;

    public ClientPorts(KeycloakSession session, WireRequest request, OpenThings open, Records records, Secrets secrets) {
        this.session = session;
        this.open = open;
        this.records = records;
        this.secrets = secrets;
        this.request = request;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "openClient", input -> openClient(input.path("clientId").asText()),
                "clients", this::clients,
                "createClient", this::createClient,
                "updateClient", this::updateClient,
                "deleteClient", Port.doing(input -> deleteClient()),
                "clientSecret", input -> clientSecret(),
                "checkClientSecret", input -> checkClientSecret(input.path("secret").asText()),
                "checkSecretHash", this::checkSecretHash);
    }

    private JsonNode openClient(String clientId) {
        ClientModel client = open.hasRealm() ? ClientDirectory.find(open.realm(), clientId)
                : new ClientDirectory(session, request.endpointRealm()).findAnywhere(clientId);
        if (client == null) {
            return null;
        }
        open.openClient(client);
        return records.client(client);
    }

    private JsonNode clients(JsonNode input) {
        ArrayNode list = Json.object().putArray("clients");
        ClientDirectory.list(open.realm(), input.path("first").asInt(), input.path("max").asInt()).forEach(client -> list.add(records.client(client)));
        return list;
    }

    private JsonNode createClient(JsonNode input) {
        ClientModel client = new ClientChange(input).create(session, open.realm());
        open.openClient(client);
        return records.client(client);
    }

    private JsonNode updateClient(JsonNode input) {
        new ClientChange(input).update(session, open.client());
        return records.client(open.client());
    }

    private void deleteClient() {
        if (!new ClientManager(new RealmManager(session)).removeClient(open.realm(), open.client())) {
            throw new IllegalStateException("the client " + open.client().getClientId() + " can't be deleted");
        }
        open.closeClient();
    }

    private String clientSecret() {
        ClientModel client = open.client();
        return client.isPublicClient() || client.getSecret() == null ? null : secrets.refer(client.getSecret());
    }

    private boolean checkClientSecret(String guess) {
        boolean isRight = false;
        for (String secret : ClientSecrets.of(session, open.client())) {
            isRight |= MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
        }
        return isRight;
    }

    private boolean checkSecretHash(JsonNode input) {
        boolean isRight = false;
        for (String secret : ClientSecrets.of(session, open.client())) {
            for (JsonNode name : input.path("names")) {
                String hash = SecretHash.of(secret, name.asText(), open.client().getClientId());
                isRight |= MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8), input.path("hash").asText().getBytes(StandardCharsets.UTF_8));
            }
        }
        return isRight;
    }
}
