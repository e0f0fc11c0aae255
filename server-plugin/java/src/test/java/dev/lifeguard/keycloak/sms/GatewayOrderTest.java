package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class GatewayOrderTest {

    private static final Set<String> BOTH = new TreeSet<>(Set.of("sns", "twilio"));

    @Test
    void theOneThatIsConfiguredNeedsNoOrder() {
        assertEquals(List.of("sns"), GatewayOrder.of(Set.of("sns"), ""));
        assertEquals(List.of(), GatewayOrder.of(Set.of(), ""));
    }

    @Test
    void anOrderIsKeptAndMayLeaveOneOut() {
        assertEquals(List.of("twilio", "sns"), GatewayOrder.of(BOTH, " twilio, sns "));
        assertEquals(List.of("twilio"), GatewayOrder.of(BOTH, "twilio"));
    }

    @Test
    void severalWithoutAnOrderStopTheStart() {
        String said = assertThrows(IllegalStateException.class, () -> GatewayOrder.of(BOTH, "")).getMessage();
        assertTrue(said.contains("--spi-lifeguard-sms--failover--order must say"), said);
        assertTrue(said.contains("sns,twilio"), said);
    }

    @Test
    void aNameThatIsNoConfiguredGatewayStopsTheStart() {
        String said = assertThrows(IllegalStateException.class, () -> GatewayOrder.of(BOTH, "sns,twilo")).getMessage();
        assertTrue(said.contains("names twilo, which is no configured gateway. Configured: sns, twilio."), said);
    }
}
