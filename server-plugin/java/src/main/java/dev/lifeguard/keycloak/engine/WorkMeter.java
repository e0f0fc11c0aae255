package dev.lifeguard.keycloak.engine;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** What one call has cost so far, measured on the thread that runs it. */
final class WorkMeter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long UNKNOWN = -1;

    private final WorkLimits limits;
    private final long cpuAtStart = cpuNanos();
    private final long allocatedAtStart = allocatedBytes();
    private long instructions;

    WorkMeter(WorkLimits limits) {
        this.limits = limits;
    }

    void count(int moreInstructions) {
        instructions += moreInstructions;
        if (instructions > limits.instructions()) {
            throw new LimitReached("instructions");
        }
        if (cpuAtStart != UNKNOWN && cpuNanos() - cpuAtStart > limits.cpuNanos()) {
            throw new LimitReached("CPU time");
        }
        if (allocatedAtStart != UNKNOWN && allocatedBytes() - allocatedAtStart > limits.allocatedBytes()) {
            throw new LimitReached("memory");
        }
    }

    /** Unknown on virtual threads and on JVMs that do not count it; the instructions bound the call there. */
    private static long cpuNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : UNKNOWN;
    }

    private static long allocatedBytes() {
        return THREADS.isThreadAllocatedMemorySupported() ? THREADS.getCurrentThreadAllocatedBytes() : UNKNOWN;
    }

    /** An Error, so that no catch or finally of the script can hold it. */
    static final class LimitReached extends Error {

        private static final long serialVersionUID = 1L;

        LimitReached(String what) {
            super("limit reached: " + what, null, false, false);
        }
    }
}
