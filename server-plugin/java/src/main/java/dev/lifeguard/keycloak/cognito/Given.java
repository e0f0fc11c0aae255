package dev.lifeguard.keycloak.cognito;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** The members of a change that were given: what is absent or null stays as it is. */
public final class Given {

    private final JsonNode change;

    public Given(JsonNode change) {
        this.change = change;
    }

    public void text(String member, Consumer<String> setter) {
        if (change.hasNonNull(member)) {
            setter.accept(change.get(member).asText());
        }
    }

    public void truth(String member, Consumer<Boolean> setter) {
        if (change.hasNonNull(member)) {
            setter.accept(change.get(member).asBoolean());
        }
    }

    public void number(String member, Consumer<Integer> setter) {
        if (change.hasNonNull(member)) {
            setter.accept(change.get(member).asInt());
        }
    }

    public void texts(String member, Consumer<List<String>> setter) {
        if (change.hasNonNull(member)) {
            List<String> texts = new ArrayList<>();
            change.get(member).forEach(text -> texts.add(text.asText()));
            setter.accept(texts);
        }
    }
}
