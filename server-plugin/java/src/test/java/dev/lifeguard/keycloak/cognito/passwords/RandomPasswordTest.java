package dev.lifeguard.keycloak.cognito.passwords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.IntPredicate;

import org.junit.jupiter.api.Test;

class RandomPasswordTest {

    private static String make(Map<String, Object> policy) {
        return new RandomPassword(policy::get).make(password -> true);
    }

    private static long count(String password, IntPredicate kind) {
        return password.chars().filter(kind).count();
    }

    @Test
    void itHasAsManyLettersOfEachKindAsThePolicyCounts() {
        String password = make(Map.of("length", 30, "digits", 7, "upperCase", 6, "lowerCase", 5, "specialChars", 4));
        assertEquals(30, password.length());
        assertTrue(count(password, Character::isDigit) >= 7);
        assertTrue(count(password, Character::isUpperCase) >= 6);
        assertTrue(count(password, Character::isLowerCase) >= 5);
        assertTrue(count(password, letter -> !Character.isLetterOrDigit(letter)) >= 4);
    }

    @Test
    void withoutAPolicyItHasSomeOfEach() {
        String password = make(Map.of());
        assertEquals(16, password.length());
        assertTrue(count(password, Character::isDigit) >= 2 && count(password, Character::isUpperCase) >= 2
                && count(password, Character::isLowerCase) >= 2 && count(password, letter -> !Character.isLetterOrDigit(letter)) >= 2);
        assertNotEquals(password, make(Map.of()));
    }

    @Test
    void itIsNoLongerThanAllowedAndStillHasWhatItNeeds() {
        String password = make(Map.of("maxLength", 6, "specialChars", 1, "digits", 1));
        assertEquals(6, password.length());
        assertTrue(count(password, Character::isDigit) >= 1 && count(password, letter -> !Character.isLetterOrDigit(letter)) >= 1);
    }

    @Test
    void whatIsNotTakenIsTriedAgainAndNotForEver() {
        assertTrue(new RandomPassword(rule -> null).make(password -> password.charAt(0) == 'a' || Character.isDigit(password.charAt(0)))
                .matches("[a0-9].*"));
        assertThrows(IllegalStateException.class, () -> new RandomPassword(rule -> null).make(password -> false));
    }
}
