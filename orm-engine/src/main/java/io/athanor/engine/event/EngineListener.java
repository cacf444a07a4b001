package io.athanor.engine.event;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Hears what an engine does. Every method does nothing unless overridden. Called on the thread that works with the
 * connection, so an implementation for an engine that several threads share must be thread-safe. What a method throws
 * reaches the caller of the engine; before a statement or a commit it keeps that from being sent.
 *
 * @since 0.1.0
 */
public interface EngineListener {
    /**
     * A connection was opened and prepared by the dialect; SQLAlchemy's {@code connect}.
     *
     * @param connection the driver's connection; set it up, do not keep it
     * @throws SQLException what the driver throws; the connection is then dropped
     */
    default void connected(Connection connection) throws SQLException {}

    /**
     * The engine has opened its first connection; SQLAlchemy's {@code first_connect}. Told once, before
     * {@link #connected}.
     *
     * @param connection the driver's connection; look at it, do not keep it
     * @throws SQLException what the driver throws; the connection is then dropped
     */
    default void firstConnected(Connection connection) throws SQLException {}

    /**
     * A connection was borrowed from the pool; SQLAlchemy's {@code checkout}.
     *
     * @param connection the driver's connection; do not keep it
     * @param nanos how long the caller waited for it, in nanoseconds
     * @throws SQLException what the driver throws; the connection is then dropped. If that means a lost connection,
     *     another one is borrowed
     */
    default void checkedOut(Connection connection, long nanos) throws SQLException {}

    /**
     * A connection goes back to the pool, set back already, or broken; SQLAlchemy's {@code checkin}.
     *
     * @param connection the driver's connection; do not keep it
     * @param nanos how long it was held, in nanoseconds
     */
    default void checkedIn(Connection connection, long nanos) {}

    /**
     * No connection was to be had.
     *
     * @param failure what the caller gets
     * @param nanos how long the caller waited, in nanoseconds
     */
    default void borrowFailed(RuntimeException failure, long nanos) {}

    /**
     * A connection was given up as broken; SQLAlchemy's {@code invalidate}.
     *
     * @param isLost whether the database or network ended it, so that all connections opened before it are given up too
     */
    default void invalidated(boolean isLost) {}

    /**
     * A connection was collected before it was closed, and was taken back. Called on a thread of the engine's.
     *
     * @param origin where it was borrowed
     */
    default void leaked(Throwable origin) {}

    /**
     * Something failed in the database or on the way to it; SQLAlchemy's {@code handle_error}. The listener may replace the
     * exception, or judge anew what it means.
     *
     * @param failure what failed
     */
    default void failed(FailureEvent failure) {}

    /**
     * A statement is about to be sent; SQLAlchemy's {@code before_cursor_execute}.
     *
     * @param statement what is sent
     */
    default void beforeExecute(StatementEvent statement) {}

    /**
     * A statement was carried out or failed; SQLAlchemy's {@code after_cursor_execute}.
     *
     * @param statement what was sent
     * @param nanos how long it took, in nanoseconds
     * @param failure the exception that the caller gets, or {@code null} if it succeeded
     */
    default void afterExecute(StatementEvent statement, long nanos, @Nullable RuntimeException failure) {}

    /**
     * A transaction or a savepoint begins, commits or is rolled back.
     *
     * @param event what happens
     */
    default void transaction(TransactionEvent event) {}
}
