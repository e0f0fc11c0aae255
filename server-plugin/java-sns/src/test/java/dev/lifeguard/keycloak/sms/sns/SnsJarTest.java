package dev.lifeguard.keycloak.sms.sns;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

/** One class loader serves the whole server: the SDK must be under a name of ours, and what lifeguard.jar holds must not be here twice. */
class SnsJarTest {

    @Test
    void everyClassIsUnderOurPackageAndNoneNamesTheUnrelocatedSdk() throws Exception {
        try (JarFile jar = new JarFile("target/lifeguard-sns.jar")) {
            List<JarEntry> classes = jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
            assertTrue(classes.size() > 1_000);
            for (JarEntry entry : classes) {
                String name = entry.getName();
                assertTrue(name.startsWith("lifeguard/awssdk/") || name.startsWith("dev/lifeguard/keycloak/sms/sns/"), name);
                String bytes = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("Lsoftware/amazon/awssdk/"), name);
            }
        }
    }
}
