package dev.lifeguard.keycloak.cognito;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

/** The members of a change that were given: what is absent or null stays as it is, but for attributes. */
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

    public void attributes(BiConsumer<String, String> setter) {
        change.path("attributes").properties().stream().filter(attribute -> !attribute.getValue().isNull())
                .forEach(attribute -> setter.accept(attribute.getKey(), attribute.getValue().asText()));
    }

    /** Attributes that are null are to go: among them alone null says something. */
    public void removedAttributes(Consumer<String> remover) {
        change.path("attributes").properties().stream().filter(attribute -> attribute.getValue().isNull())
                .forEach(attribute -> remover.accept(attribute.getKey()));
    }

    public void texts(String member, Consumer<List<String>> setter) {
        if (change.hasNonNull(member)) {
            List<String> texts = new ArrayList<>();
            change.get(member).forEach(text -> texts.add(text.asText()));
            setter.accept(texts);
        }
    }
}
