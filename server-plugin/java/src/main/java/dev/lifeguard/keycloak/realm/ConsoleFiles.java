package dev.lifeguard.keycloak.realm;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.lifeguard.keycloak.core.JarResources;

/** The files of the console, by the list that its build wrote. Nothing else in the JAR has a name here, whatever a path says. */
final class ConsoleFiles {

    static final String INDEX = "index.html";

    private static final String FOLDER = "lifeguard/console/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private static final Set<String> NAMES = JarResources.text(FOLDER + "files.txt").lines().collect(Collectors.toUnmodifiableSet());

    private ConsoleFiles() {
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    static String text(String name) {
        return JarResources.text(FOLDER + name);
    }

    static String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }
}
