package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpVerdictTest {

    @ParameterizedTest
    @CsvSource({ "200,ACCEPTED", "202,ACCEPTED", "302,REFUSED_HERE", "400,REFUSED", "401,REFUSED_HERE", "403,REFUSED_HERE", "404,REFUSED_HERE",
            "408,UNAVAILABLE", "422,REFUSED", "429,UNAVAILABLE", "500,UNAVAILABLE", "502,UNAVAILABLE", "503,UNAVAILABLE", "504,UNKNOWN" })
    void eachStatusSaysWhoseFaultItIs(int status, Outcome.Kind kind) {
        assertEquals(kind, HttpVerdict.ofStatus(status).kind());
    }
}
