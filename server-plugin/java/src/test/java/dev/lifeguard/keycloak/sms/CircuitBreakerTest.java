package dev.lifeguard.keycloak.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final CircuitBreaker circuit = new CircuitBreaker(3, 1_000);

    private void fail(int times, long nowInMillis) {
        for (int i = 0; i < times; i++) {
            circuit.failed(nowInMillis);
        }
    }

    @Test
    void opensAfterSoManyFailuresInARow() {
        fail(2, 0);
        assertTrue(circuit.letsPass(0));
        fail(1, 0);
        assertFalse(circuit.letsPass(0));
        assertEquals(CircuitBreaker.State.OPEN, circuit.state(999));
    }

    @Test
    void oneThatWorksBeginsTheCountAnew() {
        fail(2, 0);
        circuit.worked();
        fail(2, 0);
        assertEquals(CircuitBreaker.State.CLOSED, circuit.state(0));
        assertTrue(circuit.letsPass(0));
    }

    @Test
    void afterItsTimeOneProbePassesAndNoOther() {
        fail(3, 0);
        assertFalse(circuit.letsPass(999));
        assertEquals(CircuitBreaker.State.HALF_OPEN, circuit.state(1_000));
        assertTrue(circuit.letsPass(1_000));
        assertFalse(circuit.letsPass(1_000));
        assertFalse(circuit.letsPass(1_999));
    }

    @Test
    void aProbeThatWorksClosesIt() {
        fail(3, 0);
        circuit.letsPass(1_000);
        circuit.worked();
        assertEquals(CircuitBreaker.State.CLOSED, circuit.state(1_001));
        assertTrue(circuit.letsPass(1_001));
        fail(2, 1_002);
        assertTrue(circuit.letsPass(1_002));
    }

    @Test
    void aProbeThatFailsOpensItForItsWholeTime() {
        fail(3, 0);
        circuit.letsPass(1_000);
        circuit.failed(1_500);
        assertFalse(circuit.letsPass(2_499));
        assertTrue(circuit.letsPass(2_500));
    }

    @Test
    void aProbeThatNeverReportsBackIsReplaced() {
        fail(3, 0);
        assertTrue(circuit.letsPass(1_000));
        assertTrue(circuit.letsPass(2_000));
        assertFalse(circuit.letsPass(2_000));
    }

    @Test
    void textsThatWereOnTheirWayWhenItOpenedKeepItOpenNoLonger() {
        fail(3, 0);
        fail(2, 900);
        assertTrue(circuit.letsPass(1_000));
    }
}
