package dev.lifeguard.keycloak.sms;

/**
 * Keeps texts away from a gateway that fails again and again, so that nobody waits for it. Closed, it counts failures in a row; open, it
 * lets nothing pass for a while; half-open, it lets one probe pass, whose end closes or opens it again. It reads no clock of its own.
 */
public final class CircuitBreaker {

    public enum State {
        CLOSED, OPEN, HALF_OPEN
    }

    private final int failuresToOpen;
    private final long openInMillis;
    private State state = State.CLOSED;
    private int failures;
    private long sinceInMillis;

    public CircuitBreaker(int failuresToOpen, long openInMillis) {
        this.failuresToOpen = failuresToOpen;
        this.openInMillis = openInMillis;
    }

    /** Whether a text may pass now. A probe that never reports back is replaced when its time is over. */
    public synchronized boolean letsPass(long nowInMillis) {
        if (state == State.CLOSED) {
            return true;
        }
        if (nowInMillis - sinceInMillis < openInMillis) {
            return false;
        }
        state = State.HALF_OPEN;
        sinceInMillis = nowInMillis;
        return true;
    }

    public synchronized void worked() {
        state = State.CLOSED;
        failures = 0;
    }

    public synchronized void failed(long nowInMillis) {
        failures++;
        if (state == State.HALF_OPEN || state == State.CLOSED && failures >= failuresToOpen) {
            state = State.OPEN;
            sinceInMillis = nowInMillis;
        }
    }

    /** Half-open as soon as a probe may pass, whether one has asked or not. */
    public synchronized State state(long nowInMillis) {
        return state == State.OPEN && nowInMillis - sinceInMillis >= openInMillis ? State.HALF_OPEN : state;
    }
}
