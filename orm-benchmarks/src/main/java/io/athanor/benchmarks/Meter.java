package io.athanor.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures time and allocation of the part of a unit that counts. Confined to one thread. */
public final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final boolean IS_CPU = "cpu".equals(System.getProperty("bench.clock"));

    private long nanos;
    private long bytes;
    private long startNanos;
    private long startBytes;

    /** Begin to measure; what was measured before is forgotten. */
    public void start() {
        startBytes = THREADS.getCurrentThreadAllocatedBytes();
        startNanos = now();
    }

    /** End it. */
    public void stop() {
        nanos = now() - startNanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - startBytes;
    }

    /** On a machine that others use as well, the thread's own time says more than the clock on the wall. */
    private static long now() {
        return IS_CPU ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** What is measured by, in words. */
    static String clock() {
        return IS_CPU ? "the time of the measured thread" : "the clock on the wall";
    }

    Sample sample() {
        return new Sample(nanos, bytes);
    }

    /** What one unit took: nanoseconds, and bytes allocated by its thread. */
    record Sample(long nanos, long bytes) {}
}
