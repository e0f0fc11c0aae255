package dev.lifeguard.keycloak.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class PoolNameTest {

    private static final String UUID = "7b8f2a4e-1c2d-4e5f-8a9b-0c1d2e3f4a5b";

    @Test
    void aRealmThatIsNamedLikeAPoolHasThatName() {
        assertEquals(Optional.of("AbC123dEf"), PoolName.of("us-east-1_AbC123dEf", UUID));
        assertEquals(Optional.of("x"), PoolName.of("us-gov-west-1_x", UUID));
    }

    @Test
    void anyOtherIsNamedByKeycloaksId() {
        for (String name : new String[] {"shop", "us_east", "us-east-1_", "us-east-1_a_b", "US-east-1_a"}) {
            assertEquals(Optional.of("7b8f2a4e1c2d4e5f8a9b0c1d2e3f4a5b"), PoolName.of(name, UUID));
        }
        assertEquals(Optional.empty(), PoolName.of("shop", "made-by-hand"));
    }
}
