package io.athanor.engine.pool;

import io.athanor.engine.error.PoolClosedException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets as many threads to the connections as there are, in the order in which they came. Nobody waits behind it but for the
 * opening of a connection, so that the time limit, an interrupt and the closing of the pool are seen here at once.
 */
final class Gate {
    /** More than ever wait; let through when the pool closes, so that each finds that out. */
    private static final int ALL = Integer.MAX_VALUE / 2;

    private final PoolSettings settings;
    private final Semaphore places;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean isClosed;

    Gate(PoolSettings settings, int size) {
        this.settings = settings;
        this.places = new Semaphore(size, true);
    }

    /** Enter, or return false if the time limit passes. */
    boolean enter(ConnectionPool pool) {
        refuseIfClosed();
        // An interrupt is nothing to those who need not wait.
        if (places.hasQueuedThreads() || !places.tryAcquire()) {
            try {
                if (!places.tryAcquire(settings.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new PoolInterruptedException(settings, pool.state(), interrupted);
            }
        }
        // Counted before the look, so that whoever closes sees either those who are inside, or nobody to come.
        inside.incrementAndGet();
        if (isClosed) {
            leave();
            refuseIfClosed();
        }
        return true;
    }

    void leave() {
        inside.decrementAndGet();
        places.release();
    }

    /** How many have entered and not left. */
    int inside() {
        return inside.get();
    }

    int waiting() {
        return isClosed ? 0 : places.getQueueLength();
    }

    boolean isClosed() {
        return isClosed;
    }

    void refuseIfClosed() {
        if (isClosed) {
            throw new PoolClosedException("The pool of [%s] is closed; open a new engine".formatted(settings.name()));
        }
    }

    /** Let nobody in any more. */
    void close() {
        isClosed = true;
        places.release(ALL);
    }
}
