package dev.lifeguard.keycloak.cognito.users;

import java.util.function.Consumer;

import org.keycloak.models.UserModel;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.cognito.Given;

/** Writes a user; UserChange of core/src/cognito/records.ts. What is null is removed, what is absent stays. */
final class UserChange {

    private final JsonNode input;
    private final Given given;

    UserChange(JsonNode input) {
        this.input = input;
        this.given = new Given(input);
    }

    /** @return null when there is no new one */
    String email() {
        return input.path("email").asText(null);
    }

    void writeTo(UserModel user) {
        given.truth("enabled", user::setEnabled);
        setOrRemove("email", user::setEmail);
        given.truth("emailVerified", user::setEmailVerified);
        setOrRemove("firstName", user::setFirstName);
        setOrRemove("lastName", user::setLastName);
        given.attributes(user::setSingleAttribute);
        given.removedAttributes(user::removeAttribute);
        input.path("addRequiredActions").forEach(action -> user.addRequiredAction(action.asText()));
        input.path("removeRequiredActions").forEach(action -> user.removeRequiredAction(action.asText()));
    }

    private void setOrRemove(String member, Consumer<String> setter) {
        if (input.has(member)) {
            setter.accept(input.get(member).asText(null));
        }
    }
}
