package dev.lifeguard.keycloak.cognito;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.common.util.SecretGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The secrets of one answer. The core hands on references, and never sees what they stand for. Nobody can make one up: whoever sends
 * text that comes back in an answer gets that text back.
 */
public final class Secrets {

    private final Map<String, String> byReference = new HashMap<>();

    /** @return what the core gets in place of the secret */
    public String refer(String secret) {
        String reference = "secret:" + SecretGenerator.getInstance().randomString(32);
        byReference.put(reference, secret);
        return reference;
    }

    /** Puts the secrets where their references are whole values. */
    public JsonNode reveal(JsonNode answer) {
        if (byReference.isEmpty()) {
            return answer;
        }
        if (answer instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(reveal(member.getValue())));
        } else if (answer instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, reveal(array.get(index)));
            }
        } else if (answer.isTextual() && byReference.containsKey(answer.textValue())) {
            return TextNode.valueOf(byReference.get(answer.textValue()));
        }
        return answer;
    }
}
