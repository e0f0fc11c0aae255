package dev.lifeguard.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

/** One class loader serves the whole server: what this JAR brings must be under names of its own. */
class JarContentTest {

    @Test
    void everyClassIsUnderOurPackageAndNoneNamesTheUnrelocatedEngine() throws Exception {
        try (JarFile jar = new JarFile("target/lifeguard.jar")) {
            List<JarEntry> classes = jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
            assertTrue(classes.size() > 100);
            for (JarEntry entry : classes) {
                assertTrue(entry.getName().startsWith("dev/lifeguard/keycloak/"), entry.getName());
                String bytes = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("org/mozilla"), entry.getName());
            }
        }
    }

    @Test
    void classesRunOnJava17() throws Exception {
        try (JarFile jar = new JarFile("target/lifeguard.jar")) {
            byte[] bytes = jar.getInputStream(jar.getEntry("dev/lifeguard/keycloak/core/Core.class")).readAllBytes();
            assertEquals(61, (bytes[6] & 0xff) << 8 | bytes[7] & 0xff);
        }
    }
}
