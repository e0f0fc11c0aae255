package dev.lifeguard.keycloak.cognito.users;

import java.util.Map;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.cognito.Records;
import dev.lifeguard.keycloak.core.Json;

/** The users of a pool, from whichever store they come. */
public final class UserPorts implements PortGroup {

    private static final String WRITTEN = "written";
    private static final String DUPLICATE = "duplicate";
    private static final String READ_ONLY = "read-only";

    private final KeycloakSession session;
    private final OpenThings open;
    private final Records records;

    public UserPorts(KeycloakSession session, OpenThings open, Records records) {
        this.session = session;
        this.open = open;
        this.records = records;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "openUser", input -> openUser(input.path("keys")),
                "createUser", this::createUser,
                "updateUser", this::updateUser,
                "userRecord", input -> records.user(open.user()),
                "deleteUser", input -> deleteUser(),
                "users", this::users);
    }

    private JsonNode openUser(JsonNode keys) {
        UserSearch search = new UserSearch(session, open.realm());
        for (JsonNode key : keys) {
            UserModel user = search.find(key.path("by").asText(), key.path("value").asText());
            if (user != null) {
                open.openUser(user);
                return records.user(user);
            }
        }
        return null;
    }

    private String createUser(JsonNode input) {
        RealmModel realm = open.realm();
        UserChange change = new UserChange(input);
        String username = input.path("username").asText();
        if (isTaken(username) || isEmailTaken(change.email(), null)) {
            return DUPLICATE;
        }
        return write(() -> {
            UserModel user = session.users().addUser(realm, input.path("id").asText(), username, true, true);
            change.writeTo(user);
            open.openUser(user);
        });
    }

    private String updateUser(JsonNode input) {
        UserModel user = open.user();
        UserChange change = new UserChange(input);
        return isEmailTaken(change.email(), user) ? DUPLICATE : write(() -> change.writeTo(user));
    }

    /** A name is also taken when it is the address by which somebody else signs in, as Keycloak's own forms have it. */
    private boolean isTaken(String username) {
        boolean isAddress = open.realm().isLoginWithEmailAllowed() && isEmailTaken(username, null);
        return isAddress || session.users().getUserByUsername(open.realm(), username) != null;
    }

    private boolean isEmailTaken(String email, UserModel owner) {
        if (email == null || open.realm().isDuplicateEmailsAllowed()) {
            return false;
        }
        UserModel other = session.users().getUserByEmail(open.realm(), email);
        return other != null && (owner == null || !other.getId().equals(owner.getId()));
    }

    private String write(Runnable change) {
        try {
            change.run();
            // Two requests may find a name free: the database decides now, while there is still an answer for it.
            session.getProvider(JpaConnectionProvider.class).getEntityManager().flush();
            return WRITTEN;
        } catch (ModelDuplicateException e) {
            return DUPLICATE;
        } catch (ReadOnlyException e) {
            return READ_ONLY;
        }
    }

    private boolean deleteUser() {
        boolean isDeleted = new UserManager(session).removeUser(open.realm(), open.user());
        if (isDeleted) {
            open.closeUser();
        }
        return isDeleted;
    }

    private JsonNode users(JsonNode input) {
        ArrayNode list = Json.object().putArray("users");
        new UserSearch(session, open.realm()).list(input.path("filter"), input.path("first").asInt(), input.path("max").asInt())
                .forEach(user -> list.add(records.user(user)));
        return list;
    }
}
