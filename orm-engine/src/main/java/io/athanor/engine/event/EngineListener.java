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
     * A statement is about to be sent; SQLAlchemy's {@code before_cursor_execute}.
     *
     * @param statement what is sent
     */
    default void beforeExecute(StatementEvent statement) {}

    /**
     * A statement was carried out or failed; SQLAlchemy's {@code after_cursor_execute} and {@code handle_error}.
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
