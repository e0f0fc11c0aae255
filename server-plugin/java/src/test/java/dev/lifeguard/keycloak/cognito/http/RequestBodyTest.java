package dev.lifeguard.keycloak.cognito.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    @Test
    void isTakenAsItIs() throws IOException {
        String text = "{\"a\":\"ü \\\" [[[\"}";
        assertEquals(text, read(text.getBytes(StandardCharsets.UTF_8)).text());
        assertEquals("", RequestBody.read(null).text());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, RequestBody.USUAL_IN_BYTES})
    void isTakenWholeWhateverItsPiecesAre(int more) throws IOException {
        String text = "0123456789abcdef".repeat(2 * RequestBody.USUAL_IN_BYTES / 16).substring(0, RequestBody.USUAL_IN_BYTES + more);
        assertEquals(text, read(bytes(text)).text());
    }

    @Test
    void isBounded() throws IOException {
        assertEquals(RequestBody.LIMIT_IN_BYTES, read(new byte[RequestBody.LIMIT_IN_BYTES]).bytes().length);
        assertEquals(413, assertThrows(Refusal.class, () -> read(new byte[RequestBody.LIMIT_IN_BYTES + 1])).answer().status());
    }

    @Test
    void isRefusedWhereItIsNoUtf8() {
        assertRefused("The body is not UTF-8.", new byte[] {'"', (byte) 0xc3, '"'});
    }

    @Test
    void isRefusedWhereAParserWouldGoTooDeep() throws IOException {
        String nested = "[".repeat(64) + "]".repeat(64);
        assertEquals(nested, read(bytes(nested)).text());
        assertRefused("The body is nested too deeply.", bytes("[".repeat(65)));
        assertRefused("The body is nested too deeply.", bytes("{\"\\\\\":" + "[".repeat(64)));
        String inText = "{\"a\\\"[\":\"" + "[".repeat(200) + "\"}";
        assertEquals(inText, read(bytes(inText)).text());
    }

    @Test
    void isRefusedWithACharacterThatNoDatabaseKeeps() throws IOException {
        assertRefused("The body holds a NUL character.", bytes("{\"a\":\"x\\u0000\"}"));
        String escaped = "{\"a\":\"\\\\u0000\"}";
        assertEquals(escaped, read(bytes(escaped)).text());
    }

    private static void assertRefused(String message, byte[] body) {
        Answer answer = assertThrows(Refusal.class, () -> read(body).text()).answer();
        assertEquals(400, answer.status());
        assertEquals("SerializationException", answer.body().path("__type").asText());
        assertEquals(message, answer.body().path("message").asText());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RequestBody read(byte[] body) throws IOException {
        return RequestBody.read(new ByteArrayInputStream(body));
    }
}
