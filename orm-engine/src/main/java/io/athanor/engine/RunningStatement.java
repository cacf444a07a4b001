package io.athanor.engine;

import io.athanor.engine.ConnectionCore.Query;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a connection now, so that another thread or the clock can stop it. A statement is forgotten before the next
 * one starts, and not while it is being cancelled: what comes too late hits nothing. Takes no lock unless something is
 * cancelled. Thread-safe.
 */
final class RunningStatement {
    /** Held by whoever cancels. */
    private final ReentrantLock cancelling = new ReentrantLock();

    private final Hold<Statement> executing = new Hold<>();
    private final Hold<RowCursor> read = new Hold<>();
    private volatile boolean isCancelled;

    /** What the driver works on. Once somebody is about to stop it, it cannot end before that is done. */
    private final class Hold<T> {
        /** A T, or a {@link Stopping} of one. */
        private final AtomicReference<@Nullable Object> held = new AtomicReference<>();

        void begin(T what) {
            held.setRelease(what);
        }

        void end(T what) {
            if (!held.compareAndSet(what, null)
                    && held.get() instanceof Stopping<?> stopping
                    && stopping.what() == what) {
                cancelling.lock();
                cancelling.unlock();
                held.set(null);
            }
        }

        /** Keep what is held from ending; called by who has the lock. */
        @SuppressWarnings("unchecked") // only T's are held
        @Nullable T stop() {
            Object now = held.get();
            if (now instanceof Stopping<?> stopping) {
                return (T) stopping.what();
            }
            return now != null && held.compareAndSet(now, new Stopping<>(now)) ? (T) now : null;
        }
    }

    private record Stopping<T>(T what) {}

    /** Carry out a call of a statement, on the clock if there is one. */
    <T extends @Nullable Object> T run(Statement statement, @Nullable StatementLimit limit, Query<T> call)
            throws SQLException {
        if (isCancelled) {
            isCancelled = false;
        }
        executing.begin(statement);
        if (limit != null) {
            limit.enter();
        }
        try {
            return call.run();
        } finally {
            if (limit != null) {
                limit.leave();
            }
            executing.end(statement);
        }
    }

    /** Whether what failed was stopped by us. */
    boolean isCancelled() {
        return isCancelled;
    }

    void opened(RowCursor cursor) {
        read.begin(cursor);
    }

    void closed(RowCursor cursor) {
        read.end(cursor);
    }

    /** Stop what runs, be it executing or being read. */
    boolean cancel() throws SQLException {
        return cancel(null);
    }

    /** Stop a statement, if it is still the one that runs; whichever does if it is null. */
    boolean cancel(@Nullable Statement only) throws SQLException {
        cancelling.lock();
        try {
            Statement statement = executing.stop();
            if (statement != null) {
                return only == null || only == statement ? stop(statement) : stopRead(only);
            }
            return stopRead(only);
        } finally {
            cancelling.unlock();
        }
    }

    private boolean stop(Statement statement) throws SQLException {
        isCancelled = true;
        statement.cancel();
        return true;
    }

    private boolean stopRead(@Nullable Statement only) throws SQLException {
        RowCursor cursor = read.stop();
        if (cursor == null || only != null && !cursor.isOf(only)) {
            return false;
        }
        isCancelled = true;
        cursor.cancel();
        return true;
    }
}
