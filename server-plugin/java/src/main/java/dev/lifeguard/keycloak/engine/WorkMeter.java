package dev.lifeguard.keycloak.engine;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;

/** What one call has cost so far, measured on the thread that runs it. What the host does for it is the host's own work. */
final class WorkMeter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long UNKNOWN = -1;

    private final WorkLimits limits;
    /** Move on by what the host has taken. */
    private long cpuAtStart = cpuNanos();
    private long allocatedAtStart = allocatedBytes();
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

    /**
     * Runs what does not count. Of its time on the wall nothing counts, which is never less than its time on a CPU: asking the system for
     * that takes longer than many a piece of work.
     */
    <T> T leaveOut(Supplier<T> work) {
        long begin = System.nanoTime();
        long allocatedBefore = allocatedBytes();
        try {
            return work.get();
        } finally {
            if (cpuAtStart != UNKNOWN) {
                cpuAtStart += System.nanoTime() - begin;
            }
            if (allocatedAtStart != UNKNOWN) {
                allocatedAtStart += allocatedBytes() - allocatedBefore;
            }
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
