package io.athanor.engine;

import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.sql.error.ArgumentException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How statements are executed; SQLAlchemy's execution options. Handed to the function given to
 * {@link Connection#executionOptions}, {@link Engine#executionOptions} or {@link EngineOptions#executionOptions}, and read
 * when that returns; not thread-safe. Each method returns these options.
 *
 * @since 0.1.0
 */
public final class ExecutionOptions {
    @Nullable IsolationLevel isolation;

    boolean isReadOnly;
    boolean isImmediate;
    boolean isImplicitCommitRefused;
    int fetchSize;
    long timeoutNanos;

    @Nullable String token;

    ExecutionOptions() {}

    ExecutionOptions copy() {
        ExecutionOptions copy = new ExecutionOptions();
        copy.isolation = isolation;
        copy.isReadOnly = isReadOnly;
        copy.isImmediate = isImmediate;
        copy.isImplicitCommitRefused = isImplicitCommitRefused;
        copy.fetchSize = fetchSize;
        copy.timeoutNanos = timeoutNanos;
        copy.token = token;
        return copy;
    }

    /**
     * Set the isolation level of the connection's transactions, until it is given back. Default: the database's.
     *
     * @param level the level; {@link IsolationLevel#AUTOCOMMIT} for no transactions at all
     * @return these options
     */
    public ExecutionOptions isolationLevel(IsolationLevel level) {
        this.isolation = level;
        return this;
    }

    /**
     * Refuse changes on the connection, until it is given back. The database is told, where it can be; statements that
     * begin with a word for a change are refused by the engine everywhere. Default: off.
     *
     * @param on whether to
     * @return these options
     */
    public ExecutionOptions readOnly(boolean on) {
        this.isReadOnly = on;
        return this;
    }

    /**
     * Begin each transaction with the lock for writing, on databases that have one for all writers (SQLite's
     * {@code BEGIN IMMEDIATE}). A unit that reads first and writes later then waits at its beginning, instead of failing in
     * its middle. Others ignore it. Default: off; a transaction whose first statement writes does it anyway.
     *
     * @param on whether to
     * @return these options
     */
    public ExecutionOptions beginImmediate(boolean on) {
        this.isImmediate = on;
        return this;
    }

    /**
     * Refuse a change of the schema in a transaction that has changed rows or set a savepoint, on databases where it commits
     * the transaction unasked (MariaDB, MySQL, H2). Without it, the log has a warning of it. Default: off.
     *
     * @param on whether to
     * @return these options
     */
    public ExecutionOptions refuseImplicitCommit(boolean on) {
        this.isImplicitCommitRefused = on;
        return this;
    }

    /**
     * Fetch the rows of results in portions, so that a result of any size needs little memory.
     *
     * @param rows how many rows the driver may fetch at once, at least 1
     * @return these options
     * @throws ArgumentException if the number is less than 1
     */
    public ExecutionOptions yieldPer(int rows) {
        if (rows < 1) {
            throw new ArgumentException("Portion of [%d] rows is less than 1; give at least 1".formatted(rows));
        }
        this.fetchSize = rows;
        return this;
    }

    /**
     * Cancel a statement that keeps the database busy for longer. The time that the program takes between rows does not
     * count. What was cancelled fails with a {@link io.athanor.engine.error.StatementTimeoutException}. A connection that
     * does not react to being cancelled is cut some seconds later. Default: no limit.
     *
     * @param limit more than 0
     * @return these options
     * @throws ArgumentException if the time is not positive
     */
    public ExecutionOptions timeout(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new ArgumentException("Statement timeout [%s] is not positive; give more than 0".formatted(limit));
        }
        this.timeoutNanos = limit.toNanos();
        return this;
    }

    /**
     * Mark the log's records, so that one use of the engine can be told from another; SQLAlchemy's {@code logging_token}.
     * Default: none.
     *
     * @param mark what stands in brackets before the SQL
     * @return these options
     */
    public ExecutionOptions loggingToken(String mark) {
        this.token = mark;
        return this;
    }
}
