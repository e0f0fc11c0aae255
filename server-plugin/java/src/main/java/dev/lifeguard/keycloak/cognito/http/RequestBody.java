package dev.lifeguard.keycloak.cognito.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The body of a request, of which nothing is known before it is read. */
final class RequestBody {

    /** More than any request that the model accepts. */
    static final int LIMIT_IN_BYTES = 256 * 1024;
    static final int USUAL_IN_BYTES = 1024;
    /** Requests are at most a list of objects in an object, or ContextData with its headers; parsers recurse. */
    private static final int DEEPEST = 64;
    /** PostgreSQL keeps no text that holds it. */
    private static final String NUL = "\\u0000";

    private final byte[] bytes;

    private RequestBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws Refusal for a body that no operation can be asked with */
    static RequestBody read(InputStream in) throws IOException {
        byte[] bytes = in == null ? new byte[0] : upToLimit(in);
        if (bytes.length > LIMIT_IN_BYTES) {
            throw new Refusal(Answer.tooLarge(LIMIT_IN_BYTES));
        }
        return new RequestBody(bytes);
    }

    /** Most requests fit into the first piece, an eighth of what a stream takes by itself. @return a byte more than the limit where there is more */
    private static byte[] upToLimit(InputStream in) throws IOException {
        byte[] first = in.readNBytes(USUAL_IN_BYTES);
        if (first.length < USUAL_IN_BYTES) {
            return first;
        }
        byte[] rest = in.readNBytes(LIMIT_IN_BYTES + 1 - USUAL_IN_BYTES);
        return ByteBuffer.allocate(first.length + rest.length).put(first).put(rest).array();
    }

    byte[] bytes() {
        return bytes;
    }

    /** @throws Refusal for what can be no JSON, or no parser can be asked about */
    String text() {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(Answer.unreadable("The body is not UTF-8."));
        }
        String flaw = flaw(text);
        if (flaw != null) {
            throw new Refusal(Answer.unreadable(flaw));
        }
        return text;
    }

    /** @return what stands against asking anybody about it, or null */
    private static String flaw(String text) {
        int depth = 0;
        boolean inText = false;
        for (int index = 0; index < text.length(); index++) {
            switch (text.charAt(index)) {
                case '"' -> inText = !inText;
                case '\\' -> {
                    if (inText && text.startsWith(NUL, index)) {
                        return "The body holds a NUL character.";
                    }
                    index += inText ? 1 : 0;
                }
                case '[', '{' -> depth += inText ? 0 : 1;
                case ']', '}' -> depth -= inText ? 0 : 1;
                default -> {
                }
            }
            if (depth > DEEPEST) {
                return "The body is nested too deeply.";
            }
        }
        return null;
    }
}
