package dev.lifeguard.keycloak.cognito;

import java.util.Map;
import java.util.Set;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lifeguard.keycloak.cognito.pools.UserCounts;
import dev.lifeguard.keycloak.core.Json;

/** What the core sees of Keycloak's realms, clients and users. */
final class KeycloakRecords implements Records {

    private static final String POOL_ATTRIBUTE_PREFIX = "lifeguard.";
    /** Keycloak lists them among the attributes, too. */
    private static final Set<String> FIELDS = Set.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME);

    private final KeycloakSession session;

    KeycloakRecords(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public ObjectNode pool(RealmModel realm) {
        ObjectNode record = Json.object()
                .put("realmId", realm.getId())
                .put("name", realm.getName())
                .put("displayName", textOf(realm.getDisplayName()))
                .put("passwordPolicy", textOf(realm.getPasswordPolicy() == null ? null : realm.getPasswordPolicy().toString()))
                .put("users", UserCounts.roughly(session, realm));
        ObjectNode attributes = record.putObject("attributes");
        realm.getAttributes().forEach((name, value) -> {
            if (name.startsWith(POOL_ATTRIBUTE_PREFIX) && value != null) {
                attributes.put(name, value);
            }
        });
        return record;
    }

    @Override
    public ObjectNode client(ClientModel client) {
        ObjectNode record = Json.object()
                .put("id", client.getId())
                .put("clientId", client.getClientId())
                .put("name", textOf(client.getName()))
                .put("enabled", client.isEnabled())
                .put("isPublic", client.isPublicClient())
                .put("consentRequired", client.isConsentRequired());
        ObjectNode attributes = record.putObject("attributes");
        client.getAttributes().forEach((name, value) -> putIfPresent(attributes, name, value));
        return record;
    }

    @Override
    public ObjectNode user(UserModel user) {
        ObjectNode record = Json.object()
                .put("id", user.getId())
                .put("username", user.getUsername())
                .put("enabled", user.isEnabled())
                .put("emailVerified", user.isEmailVerified())
                .put("createdAtInMillis", user.getCreatedTimestamp() == null ? 0 : user.getCreatedTimestamp());
        putIfPresent(record, "email", user.getEmail());
        putIfPresent(record, "firstName", user.getFirstName());
        putIfPresent(record, "lastName", user.getLastName());
        ObjectNode attributes = record.putObject("attributes");
        user.getAttributes().entrySet().stream().filter(attribute -> !FIELDS.contains(attribute.getKey()) && !attribute.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(attribute -> putIfPresent(attributes, attribute.getKey(), attribute.getValue().get(0)));
        user.getRequiredActionsStream().sorted().forEach(record.putArray("requiredActions")::add);
        return record;
    }

    private static String textOf(String value) {
        return value == null ? "" : value;
    }

    private static void putIfPresent(ObjectNode object, String name, String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
