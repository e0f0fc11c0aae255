package dev.lifeguard.keycloak.cognito.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SecretHashTest {

    @Test
    void isTheOneOfAws() {
        assertEquals("DJIVrk1KJclFtBGWUjiJL6w3MahPtNs75OBu6LykTqM=", SecretHash.of("9example87654321secret", "testuser", "1example23456789"));
    }
}
