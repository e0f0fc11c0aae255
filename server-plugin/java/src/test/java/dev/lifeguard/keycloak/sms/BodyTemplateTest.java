package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BodyTemplateTest {

    private static String fill(String template, String text) {
        return BodyTemplate.parse(template).fill(new SmsMessage("a1", "+14155550123", text, SmsMessage.NO_MAX_PRICE));
    }

    @Test
    void placeholdersAreFilledInObjectsArraysAndAmongOtherWords() {
        assertEquals("{\"messages\":[{\"to\":[\"14155550123\"],\"body\":\"Pool: hi\",\"ref\":\"a1\",\"n\":1,\"flash\":false}]}",
                fill("{\"messages\": [{\"to\": [\"{to-without-plus}\"], \"body\": \"Pool: {text}\", \"ref\": \"{id}\", \"n\": 1, \"flash\": false}]}", "hi"));
    }

    @Test
    void whatATextHoldsStaysInsideItsString() {
        assertEquals("{\"id\":\"a1\",\"to\":\"+14155550123\",\"text\":\"\\\",\\\"to\\\":\\\"+1900\\\\ $1 \\\\$0 \\n{id}{to}\"}",
                fill(BodyTemplate.DEFAULT, "\",\"to\":\"+1900\\ $1 \\$0 \n{id}{to}"));
    }

    @Test
    void aTemplateThatCannotWorkIsRefusedWithWhatItMustHold() {
        assertRefused("must be JSON", "{\"to\": {to}}");
        assertRefused("must be a JSON object or array", "\"{to} {text}\"");
        assertRefused("has the placeholder {code}: there are {id}, {to}, {to-without-plus} and {text}", "{\"a\": \"{to} {text} {code}\"}");
        assertRefused("must hold {text}, and {to} or {to-without-plus}", "{\"text\": \"{text}\"}");
        assertRefused("must hold {text}, and {to} or {to-without-plus}", "{\"{text}\": \"{to}\"}");
    }

    private static void assertRefused(String reason, String template) {
        assertEquals(reason, assertThrows(IllegalArgumentException.class, () -> BodyTemplate.parse(template)).getMessage());
    }
}
