package dev.lifeguard.keycloak.ports;

import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;

/**
 * The time that the core sees. A server that was started with the test clock adds what a realm says, so that tests can let a
 * code expire without waiting; any other server ignores that attribute.
 */
public final class PoolClock {

    private static final String OFFSET_ATTRIBUTE = "lifeguard.clockOffsetInSeconds";

    private final boolean testClock;

    /** As the option {@code --spi-authenticator--lifeguard-mfa--test-clock} says. */
    public static PoolClock ofServer() {
        return OfServer.CLOCK;
    }

    private PoolClock(boolean testClock) {
        this.testClock = testClock;
    }

    /** Where no realm is known yet. */
    public long millis() {
        return Time.currentTimeMillis();
    }

    public long millis(RealmModel realm) {
        return millis() + (testClock ? 1_000L * realm.getAttribute(OFFSET_ATTRIBUTE, 0) : 0L);
    }

    /** Read once: every request asks for the time, and to look an option up takes longer than all else of it. */
    private static final class OfServer {

        static final PoolClock CLOCK = new PoolClock(Config.scope("authenticator", "lifeguard-mfa").getBoolean("testClock", false));
    }
}
