package io.athanor.engine;

import io.athanor.engine.ConnectionCore.Query;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a connection now, so that another thread or the clock can stop it. A statement is forgotten before the next
 * one starts, and not while it is being cancelled: what comes too late hits nothing. Thread-safe.
 */
final class RunningStatement {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Statement executing;
    private @Nullable RowCursor read;
    private boolean isCancelled;

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
            lock.lock();
            try {
                executing = null;
            } finally {
                lock.unlock();
            }
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
                read = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Stop what runs, be it executing or being read. */
    boolean cancel() throws SQLException {
        lock.lock();
        try {
            RowCursor cursor = read;
            if (executing != null) {
                isCancelled = true;
                executing.cancel();
                return true;
            }
            if (cursor != null) {
                isCancelled = true;
                cursor.cancel();
                return true;
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Stop a statement, if it is still the one that runs. */
    void cancel(Statement statement) throws SQLException {
        lock.lock();
        try {
            if (executing == statement) {
                isCancelled = true;
                statement.cancel();
            } else if (read != null && read.isOf(statement)) {
                isCancelled = true;
                read.cancel();
            }
        } finally {
            lock.unlock();
        }
    }
}
