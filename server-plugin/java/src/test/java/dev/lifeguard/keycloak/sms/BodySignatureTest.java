package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BodySignatureTest {

    private static final String BODY = "{\"to\":\"+14155550123\"}";

    @Test
    void isTheHmacOfTimeAndBody() {
        // printf '1700000000.{"to":"+14155550123"}' | openssl dgst -sha256 -hmac s3cret
        assertEquals("t=1700000000,v1=abbefc4b887ccb4bc5ced83a4178a5b98a645c4596262387ad4e5b4cdb8699bb",
                BodySignature.sign("s3cret", BODY, 1_700_000_000));
    }

    @Test
    void isGenuineForItsSecretItsBodyAndItsTimeAlone() {
        String header = BodySignature.sign("s3cret", BODY, 1_000);
        assertTrue(BodySignature.isGenuine("s3cret", BODY, header, 1_000));
        assertFalse(BodySignature.isGenuine("other", BODY, header, 1_000));
        assertFalse(BodySignature.isGenuine("s3cret", BODY + " ", header, 1_000));
        assertFalse(BodySignature.isGenuine("s3cret", BODY, header.replace("t=1000", "t=1001"), 1_000));
        assertFalse(BodySignature.isGenuine("s3cret", BODY, null, 1_000));
        assertFalse(BodySignature.isGenuine("s3cret", BODY, "t=,v1=", 1_000));
    }

    @Test
    void isWorthNothingLater() {
        String header = BodySignature.sign("s3cret", BODY, 1_000);
        assertTrue(BodySignature.isGenuine("s3cret", BODY, header, 1_000 + BodySignature.TOLERANCE_IN_SECONDS));
        assertFalse(BodySignature.isGenuine("s3cret", BODY, header, 1_001 + BodySignature.TOLERANCE_IN_SECONDS));
        assertFalse(BodySignature.isGenuine("s3cret", BODY, header, 999 - BodySignature.TOLERANCE_IN_SECONDS));
    }
}
