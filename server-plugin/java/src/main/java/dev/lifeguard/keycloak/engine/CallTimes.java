package dev.lifeguard.keycloak.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** How long the engine's last calls took, for an operator to look at. Bounded: the newest thousand. */
public final class CallTimes {

    private static final int KEPT = 1_000;

    private final long[] micros = new long[KEPT];
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    public synchronized void record(long tookMicros) {
        micros[(int) (count.getAndIncrement() % KEPT)] = tookMicros;
    }

    public void recordFailure() {
        failures.incrementAndGet();
    }

    public long count() {
        return count.get();
    }

    public long failures() {
        return failures.get();
    }

    /** @param share between 0 and 1: 0.5 is the median */
    public synchronized long quantileInMicros(double share) {
        int known = (int) Math.min(count.get(), KEPT);
        if (known == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(micros, known);
        Arrays.sort(sorted);
        return sorted[Math.min(known - 1, (int) (known * share))];
    }
}
