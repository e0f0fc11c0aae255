package dev.lifeguard.keycloak.sms.sns;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.lifeguard.keycloak.sms.GatewayOptions;

class SnsSettingsTest {

    @ParameterizedTest
    @CsvSource({ "region,frankfurt,region must be a region of AWS", "smsType,Urgent,sms-type must be Transactional or Promotional",
            "senderId,12345,sender-id must be 3 to 11 letters", "senderId,My Pool,sender-id must be 3 to 11 letters",
            "maxPrice,0.5 USD,max-price must be an amount in USD", "endpoint,http://sns.example/,endpoint must be an https address" })
    void whatIsWrongStopsTheStart(String option, String value, String sentence) {
        Map<String, String> options = option.equals("region") ? Map.of(option, value) : Map.of("region", "eu-central-1", option, value);
        String said = assertThrows(IllegalStateException.class, () -> SnsSettings.read(new GatewayOptions("sns", new MapScope(options)))).getMessage();
        assertTrue(said.startsWith("Lifeguard does not start: --spi-lifeguard-sms--sns--" + sentence), said);
    }

    @Test
    void withoutARegionThereIsNoSns() {
        assertTrue(SnsSettings.read(new GatewayOptions("sns", new MapScope(Map.of()))).isEmpty());
    }
}
