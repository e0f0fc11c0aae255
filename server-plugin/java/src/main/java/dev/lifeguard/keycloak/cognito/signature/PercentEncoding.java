package dev.lifeguard.keycloak.cognito.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** RFC 3986, section 2.1, as Signature Version 4 wants it: everything but the unreserved characters, in upper case. */
final class PercentEncoding {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final int LONGEST_ESCAPE = 3;

    private PercentEncoding() {
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of text that is encoded already, well or badly. */
    static String normalize(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = encoded.getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < text.length; index++) {
            int high = index + LONGEST_ESCAPE <= text.length && text[index] == '%' ? Character.digit(text[index + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text[index + 2], 16);
            if (low < 0) {
                bytes.write(text[index]);
            } else {
                bytes.write(high * 16 + low);
                index += LONGEST_ESCAPE - 1;
            }
        }
        return encode(bytes.toByteArray());
    }

    private static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte value : bytes) {
            if (UNRESERVED.indexOf((char) (value & 0xff)) >= 0) {
                text.append((char) value);
            } else {
                text.append(String.format("%%%02X", value & 0xff));
            }
        }
        return text.toString();
    }
}
