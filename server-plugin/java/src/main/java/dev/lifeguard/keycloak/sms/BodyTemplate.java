package dev.lifeguard.keycloak.sms;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.lifeguard.keycloak.core.Json;

/**
 * The JSON that a webhook is sent. Placeholders stand in its strings and are filled in the parsed tree, in one pass: whatever a number or a
 * text holds, it stays inside its string and is not looked at again.
 */
final class BodyTemplate {

    static final String DEFAULT = "{\"id\": \"{id}\", \"to\": \"{to}\", \"text\": \"{text}\"}";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)\\}");
    private static final Set<String> KNOWN = Set.of("id", "to", "to-without-plus", "text");

    private final JsonNode tree;

    private BodyTemplate(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws IllegalArgumentException with what the option must be instead */
    static BodyTemplate parse(String json) {
        JsonNode tree;
        try {
            tree = Json.parse(json);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("must be JSON", e);
        }
        if (!tree.isContainerNode()) {
            throw new IllegalArgumentException("must be a JSON object or array");
        }
        Set<String> used = new HashSet<>();
        replaceStrings(tree, text -> {
            PLACEHOLDER.matcher(text).results().forEach(match -> used.add(match.group(1)));
            return text;
        });
        for (String name : used) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("has the placeholder {" + name + "}: there are {id}, {to}, {to-without-plus} and {text}");
            }
        }
        if (!used.contains("text") || !used.contains("to") && !used.contains("to-without-plus")) {
            throw new IllegalArgumentException("must hold {text}, and {to} or {to-without-plus}");
        }
        return new BodyTemplate(tree);
    }

    String fill(SmsMessage message) {
        Map<String, String> values = Map.of("id", message.id(), "to", message.to(), "to-without-plus", message.to().replaceFirst("^\\+", ""),
                "text", message.text());
        return replaceStrings(tree, text -> PLACEHOLDER.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1))))).toString();
    }

    private static JsonNode replaceStrings(JsonNode node, UnaryOperator<String> replace) {
        if (node.isTextual()) {
            return TextNode.valueOf(replace.apply(node.asText()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().forEach(entry -> copy.set(entry.getKey(), replaceStrings(entry.getValue(), replace)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(replaceStrings(element, replace)));
            return copy;
        }
        return node;
    }
}
