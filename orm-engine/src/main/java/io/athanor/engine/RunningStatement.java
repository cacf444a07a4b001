package io.athanor.engine;

import io.athanor.engine.ConnectionCore.Query;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a connection now, so that another thread or the clock can stop it. A statement is forgotten before the next
 * one starts, and not while it is being cancelled: what comes too late hits nothing. Thread-safe.
 */
final class RunningStatement {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isCalm = lock.newCondition();
    private @Nullable Statement executing;
    private @Nullable RowCursor read;
    private boolean isCancelled;
    private Cancels cancels = new Cancels();

    /** How many calls of the driver that cancel something on one connection have not returned. */
    private static final class Cancels {
        private int count;
    }

    /** Carry out a call of a statement, on the clock if there is one. */
    <T extends @Nullable Object> T run(Statement statement, @Nullable StatementLimit limit, Query<T> call)
            throws SQLException {
        lock.lock();
        try {
            executing = statement;
            isCancelled = false;
        } finally {
            lock.unlock();
        }
        if (limit != null) {
            limit.enter();
        }
        try {
            return call.run();
        } finally {
            if (limit != null) {
                limit.leave();
            }
            forget();
        }
    }

    private void forget() {
        lock.lock();
        try {
            awaitCalm();
            executing = null;
        } finally {
            lock.unlock();
        }
    }

    private void awaitCalm() {
        while (cancels.count > 0) {
            isCalm.awaitUninterruptibly();
        }
    }

    /** Whether what failed was stopped by us. */
    boolean isCancelled() {
        lock.lock();
        try {
            return isCancelled;
        } finally {
            lock.unlock();
        }
    }

    void opened(RowCursor cursor) {
        lock.lock();
        try {
            read = cursor;
        } finally {
            lock.unlock();
        }
    }

    void closed(RowCursor cursor) {
        lock.lock();
        try {
            if (read == cursor) {
                awaitCalm();
                read = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The connection is cut: whoever still waits for the driver to cancel something on it can hit nothing any more. */
    void cut() {
        lock.lock();
        try {
            cancels = new Cancels();
            isCalm.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Something that cancels. */
    private interface Cancellation {
        void run() throws SQLException;
    }

    /** Stop what runs, be it executing or being read. */
    boolean cancel() throws SQLException {
        return cancel(null);
    }

    /** Stop a statement, if it is still the one that runs; {@code null} for whatever runs. */
    boolean cancel(@Nullable Statement wanted) throws SQLException {
        Cancellation cancellation;
        Cancels mine;
        lock.lock();
        try {
            cancellation = find(wanted);
            if (cancellation == null) {
                return false;
            }
            isCancelled = true;
            mine = cancels;
            mine.count++;
        } finally {
            lock.unlock();
        }
        try {
            // Outside the lock, since a driver may wait for a server that does not answer.
            cancellation.run();
        } finally {
            ended(mine);
        }
        return true;
    }

    private void ended(Cancels mine) {
        lock.lock();
        try {
            mine.count--;
            isCalm.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Cancellation find(@Nullable Statement wanted) {
        Statement running = executing;
        if (running != null && (wanted == null || running == wanted)) {
            return running::cancel;
        }
        RowCursor cursor = read;
        return cursor != null && (wanted == null || cursor.isOf(wanted)) ? cursor::cancel : null;
    }
}
