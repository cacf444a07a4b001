package io.athanor.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures time and allocation of the part of a unit that counts. Confined to one thread. */
public final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long nanos;
    private long bytes;
    private long startNanos;
    private long startBytes;

    /** Begin to measure; what was measured before is forgotten. */
    public void start() {
        startBytes = THREADS.getCurrentThreadAllocatedBytes();
        startNanos = System.nanoTime();
    }

    /** End it. */
    public void stop() {
        nanos = System.nanoTime() - startNanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - startBytes;
    }

    Sample sample() {
        return new Sample(nanos, bytes);
    }

    /** What one unit took: nanoseconds, and bytes allocated by its thread. */
    record Sample(long nanos, long bytes) {}
}
