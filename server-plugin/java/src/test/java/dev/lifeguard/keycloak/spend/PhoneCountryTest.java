package dev.lifeguard.keycloak.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On the shaded JAR, where the library finds its data under another name. */
class PhoneCountryTest {

    @ParameterizedTest
    @CsvSource({"+14155552671, US", "+16135550123, CA", "+18765552671, JM", "+447400123456, GB", "+491701234567, DE", "+77012345678, KZ", "+819012345678, JP"})
    void countriesThatShareACallingCodeAreToldApart(String number, String country) {
        assertEquals(country, PhoneCountry.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+88235550123", "+80012345678", "+999123456789", "no number", ""})
    void numbersOfNoCountryHaveNone(String number) {
        assertNull(PhoneCountry.of(number));
    }
}
