package dev.lifeguard.keycloak.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lifeguard.keycloak.engine.CoreEngine;

/** The script in the JAR, on the JAR's relocated engine, against the cases that Vitest runs on the sources. */
class SharedVectorsTest {

    private static final CoreEngine ENGINE = CoreEngine.load(JarResources.text("lifeguard/core.js"));
    private static final CoreEngine.Host NO_PORTS = (port, json) -> {
        throw new IllegalStateException("a rule asked for a port");
    };

    @TestFactory
    Stream<DynamicTest> everyVector() {
        return Stream.of(SelfTest.VECTOR_FILES).flatMap(file -> {
            JsonNode vectors = Json.parse(JarResources.text("lifeguard/vectors/" + file + ".json"));
            String rule = vectors.path("rule").asText();
            List<DynamicTest> tests = new ArrayList<>();
            vectors.path("cases").forEach(vector -> tests.add(DynamicTest.dynamicTest(rule + ": " + vector.path("name").asText(),
                    () -> assertEquals(vector.get("expect"), Json.parse(ENGINE.call(rule, vector.path("input").toString(), NO_PORTS))))));
            return tests.stream();
        });
    }

    @Test
    void theSelfTestAsksEveryVectorFile() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("../../shared/vectors"))) {
            assertArrayEquals(files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toArray(), SelfTest.VECTOR_FILES);
        }
        assertTrue(new SelfTest(ENGINE).run() > 150);
    }

    @Test
    void theScriptIsTheOneThatWasBuilt() {
        assertEquals(JarResources.text("lifeguard/core.sha256"), JarResources.sha256(JarResources.text("lifeguard/core.js")));
    }
}
