package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioVerdictTest {

    @ParameterizedTest
    @CsvSource({ "201,0,ACCEPTED", "400,21211,REFUSED", "400,21614,REFUSED", "400,21610,REFUSED", "400,21408,REFUSED_HERE", "400,21606,REFUSED_HERE",
            "400,0,REFUSED_HERE", "401,20003,REFUSED_HERE", "404,20404,REFUSED_HERE", "429,20429,UNAVAILABLE", "500,20500,UNAVAILABLE", "503,0,UNAVAILABLE" })
    void eachCodeSaysWhoseFaultItIs(int status, int code, Outcome.Kind kind) {
        Outcome outcome = TwilioVerdict.of(new GatewayHttp.Answered(status, "{\"code\": " + code + ", \"message\": \"+14155550123 is not valid\"}"));
        assertEquals(kind, outcome.kind());
        assertEquals(-1, outcome.reason().indexOf("4155550123"));
    }
}
