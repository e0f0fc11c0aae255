package dev.lifeguard.keycloak.cognito.srp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class PseudonymTest {

    @Test
    void looksLikeAnyUsersId() {
        byte[] random = new byte[32];
        assertEquals("00000000-0000-4000-8000-000000000000", Pseudonym.of(random).toString());
        Arrays.fill(random, (byte) 0xFF);
        assertEquals("ffffffff-ffff-4fff-bfff-ffffffffffff", Pseudonym.of(random).toString());
    }
}
