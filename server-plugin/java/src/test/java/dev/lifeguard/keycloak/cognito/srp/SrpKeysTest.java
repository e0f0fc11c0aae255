package dev.lifeguard.keycloak.cognito.srp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.lifeguard.keycloak.cognito.sealing.SealingKey;

class SrpKeysTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);

    private static String key(int content) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) content;
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void aKeyThatIsNoneOrTooShortStopsTheServer() {
        assertThrows(IllegalStateException.class, () -> new SrpKeys(List.of("a passphrase that somebody made up")));
        assertThrows(IllegalStateException.class, () -> new SrpKeys(List.of(Base64.getEncoder().encodeToString(new byte[31]))));
        assertThrows(IllegalStateException.class, () -> new SrpKeys(List.of("file:/no/such/file")));
    }

    @Test
    void whatTheOldKeyHasSealedOpensWhileItIsNamed() {
        SealingKey before = new SrpKeys(List.of(OLD)).current(null).orElseThrow();
        byte[] sealed = before.seal(new byte[] {1, 2, 3}, "alice");

        SrpKeys rotated = new SrpKeys(List.of(NEW, OLD));
        assertFalse(rotated.current(null).orElseThrow().id().equals(before.id()));
        assertArrayEquals(new byte[] {1, 2, 3}, rotated.byId(null, before.id()).orElseThrow().open(sealed, "alice").orElseThrow());
        assertTrue(rotated.byId(null, before.id()).orElseThrow().open(sealed, "bob").isEmpty());
        assertTrue(new SrpKeys(List.of(NEW)).byId(null, before.id()).isEmpty());
    }

    @Test
    void aKeyMayBeInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), NEW + "\n");
        assertEquals(new SrpKeys(List.of(NEW)).current(null).orElseThrow().id(),
                new SrpKeys(List.of("file:" + file)).current(null).orElseThrow().id());
    }
}
