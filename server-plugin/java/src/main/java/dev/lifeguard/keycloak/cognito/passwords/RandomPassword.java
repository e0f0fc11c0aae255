package dev.lifeguard.keycloak.cognito.passwords;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import org.keycloak.common.util.SecretGenerator;

/** A password of as many letters of each kind as a policy counts. What is left of a policy, such as a pattern, is tried. */
final class RandomPassword {

    /** Without those that are read as another; a person types it. */
    private static final Map<String, String> KINDS = Map.of(
            "lowerCase", "abcdefghijkmnpqrstuvwxyz",
            "upperCase", "ABCDEFGHJKLMNPQRSTUVWXYZ",
            "digits", "23456789",
            "specialChars", "!#$%&*+-=?@^_");
    private static final int USUAL_LENGTH = 16;
    private static final int USUAL_OF_EACH_KIND = 2;
    private static final int TRIES = 100;

    private final Function<String, Object> policy;

    /** @param policy the number of each rule of Keycloak's, by its name */
    RandomPassword(Function<String, Object> policy) {
        this.policy = policy;
    }

    /** @throws IllegalStateException when no password is taken */
    String make(Predicate<String> isTaken) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String password = candidate();
            if (isTaken.test(password)) {
                return password;
            }
        }
        throw new IllegalStateException("the password policy takes no password that can be made for it");
    }

    private String candidate() {
        int longest = number("maxLength", Integer.MAX_VALUE);
        List<Character> letters = new ArrayList<>();
        // What has to be there, before the rest takes its place.
        KINDS.forEach((kind, symbols) -> add(letters, symbols, number(kind, 0)));
        KINDS.forEach((kind, symbols) -> add(letters, symbols, Math.min(USUAL_OF_EACH_KIND - number(kind, 0), longest - letters.size())));
        int length = Math.min(Math.max(USUAL_LENGTH, number("length", 0)), longest);
        add(letters, KINDS.get("lowerCase") + KINDS.get("upperCase") + KINDS.get("digits"), length - letters.size());
        for (int index = letters.size() - 1; index > 0; index--) {
            Collections.swap(letters, index, SecretGenerator.nextInt(index + 1));
        }
        StringBuilder password = new StringBuilder();
        letters.forEach(password::append);
        return password.toString();
    }

    private static void add(List<Character> letters, String symbols, int count) {
        for (int added = 0; added < count; added++) {
            letters.add(symbols.charAt(SecretGenerator.nextInt(symbols.length())));
        }
    }

    private int number(String rule, int otherwise) {
        return policy.apply(rule) instanceof Integer number ? number : otherwise;
    }
}
