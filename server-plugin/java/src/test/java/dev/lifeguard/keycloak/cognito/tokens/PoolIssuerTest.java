package dev.lifeguard.keycloak.cognito.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class PoolIssuerTest {

    @Test
    void theIssuerOfAwsIsMadeOfThePoolsId() {
        assertEquals(Optional.of("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbC123dEf"), PoolIssuer.aws("eu-central-1_AbC123dEf"));
    }

    /** Its host is part of what a client trusts. */
    @Test
    void nothingElseGetsIntoItsHost() {
        for (String id : new String[] {"evil.example/_x", "us-east-1", "us-east-1_a/b", "us-east-1@evil_a", "", null}) {
            assertEquals(Optional.empty(), PoolIssuer.aws(id));
        }
    }

    @Test
    void anIssuerOfEitherFormNamesARealm() {
        assertEquals("shop", PoolIssuer.lastSegment("https://id.example/auth/realms/shop"));
        assertEquals("my realm+1", PoolIssuer.lastSegment("https://id.example/realms/my%20realm+1"));
        assertEquals("us-east-1_AbC123dEf", PoolIssuer.lastSegment("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC123dEf"));
        assertEquals("", PoolIssuer.lastSegment("mailto:someone"));
        assertEquals("", PoolIssuer.lastSegment("not an address"));
        assertEquals("", PoolIssuer.lastSegment("https://id.example/realms/%zz"));
    }
}
