package dev.lifeguard.keycloak.cognito.users;

import java.util.function.Consumer;

import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a user; UserChange of core/src/cognito/ports.ts. What is null is removed, what is absent stays. */
final class UserChange {

    private final JsonNode input;

    UserChange(JsonNode input) {
        this.input = input;
    }

    /** @return null when there is no new one */
    String email() {
        return input.path("email").asText(null);
    }

    void writeTo(UserModel user) {
        if (input.hasNonNull("enabled")) {
            user.setEnabled(input.get("enabled").asBoolean());
        }
        setText("email", user::setEmail);
        if (input.hasNonNull("emailVerified")) {
            user.setEmailVerified(input.get("emailVerified").asBoolean());
        }
        setText("firstName", user::setFirstName);
        setText("lastName", user::setLastName);
        input.path("attributes").properties().forEach(attribute -> {
            if (attribute.getValue().isNull()) {
                user.removeAttribute(attribute.getKey());
            } else {
                user.setSingleAttribute(attribute.getKey(), attribute.getValue().asText());
            }
        });
        input.path("addRequiredActions").forEach(action -> user.addRequiredAction(action.asText()));
        input.path("removeRequiredActions").forEach(action -> user.removeRequiredAction(action.asText()));
    }

    private void setText(String member, Consumer<String> setter) {
        if (input.has(member)) {
            setter.accept(input.get(member).asText(null));
        }
    }
}
