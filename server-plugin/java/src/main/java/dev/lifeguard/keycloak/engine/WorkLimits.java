package dev.lifeguard.keycloak.engine;

/**
 * What one call may cost. Every limit counts work done by the call itself, never the time on the wall: a busy machine denies
 * nobody.
 *
 * @param instructions byte code instructions of the script, about
 * @param cpuNanos time that the calling thread was on a CPU, where the JVM can tell
 * @param allocatedBytes memory that the calling thread asked for
 * @param inputChars length of the input
 * @param outputChars length of the answer
 */
public record WorkLimits(long instructions, long cpuNanos, long allocatedBytes, int inputChars, int outputChars) {

    public static final WorkLimits DEFAULT =
            new WorkLimits(20_000_000, 2_000_000_000L, 64L * 1024 * 1024, 64 * 1024, 64 * 1024);

    /** For whole requests and lists: no more work, but longer texts. */
    public static final WorkLimits LONG_TEXTS = new WorkLimits(DEFAULT.instructions, DEFAULT.cpuNanos, DEFAULT.allocatedBytes,
            2 * 1024 * 1024, 4 * 1024 * 1024);
}
