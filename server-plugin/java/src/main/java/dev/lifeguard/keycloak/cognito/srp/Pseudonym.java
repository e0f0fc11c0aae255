package dev.lifeguard.keycloak.cognito.srp;

import java.nio.ByteBuffer;
import java.util.UUID;

/** An id for somebody who is not there, in the form that Keycloak's ids of users have: a random UUID (RFC 9562, version 4). */
final class Pseudonym {

    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION = 0x4000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Pseudonym() {
    }

    /** @param random at least 16 bytes */
    static UUID of(byte[] random) {
        ByteBuffer bytes = ByteBuffer.wrap(random);
        return new UUID(bytes.getLong() & ~VERSION_MASK | VERSION, bytes.getLong() & ~VARIANT_MASK | VARIANT);
    }
}
