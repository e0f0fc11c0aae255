package dev.lifeguard.keycloak.cognito.users;

import java.util.Map;

import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.OpenThings;
import dev.lifeguard.keycloak.cognito.PortGroup;
import dev.lifeguard.keycloak.core.Json;

/** The groups of a pool. Cognito's have no others in them, and so are Keycloak's at the top. */
public final class GroupPorts implements PortGroup {

    private final KeycloakSession session;
    private final OpenThings open;

    public GroupPorts(KeycloakSession session, OpenThings open) {
        this.session = session;
        this.open = open;
    }

    @Override
    public Map<String, Port> ports() {
        return Map.of(
                "createGroup", this::createGroup,
                "joinGroup", input -> joinGroup(input.path("name").asText()));
    }

    private JsonNode createGroup(JsonNode input) {
        String name = input.path("name").asText();
        if (find(name) != null) {
            return null;
        }
        GroupModel group = open.realm().createGroup(name);
        input.path("attributes").properties().forEach(attribute -> group.setSingleAttribute(attribute.getKey(), attribute.getValue().asText()));
        return Json.object().put("id", group.getId());
    }

    private boolean joinGroup(String name) {
        GroupModel group = find(name);
        if (group == null) {
            return false;
        }
        open.user().joinGroup(group);
        return true;
    }

    private GroupModel find(String name) {
        return session.groups().getGroupByName(open.realm(), null, name);
    }
}
