package io.athanor.engine.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of one engine. Thread-safe; calls them in the order in which they came.
 *
 * @since 0.1.0
 */
public final class EngineEvents {
    private final List<EngineListener> listeners = new CopyOnWriteArrayList<>();

    /** Create events that nobody listens to yet. */
    public EngineEvents() {}

    /**
     * Add a listener.
     *
     * @param listener what to call
     * @return closing it removes the listener; never {@code null}
     */
    public Subscription listen(EngineListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Return whether anybody listens, so that nothing is prepared for nobody.
     *
     * @return whether there is a listener
     */
    public boolean isHeard() {
        return !listeners.isEmpty();
    }

    /**
     * Tell that a connection was opened.
     *
     * @param connection the driver's connection
     * @throws SQLException what a listener throws
     */
    public void connected(Connection connection) throws SQLException {
        for (EngineListener listener : listeners) {
            listener.connected(connection);
        }
    }

    /**
     * Tell that the first connection was opened.
     *
     * @param connection the driver's connection
     * @throws SQLException what a listener throws
     */
    public void firstConnected(Connection connection) throws SQLException {
        for (EngineListener listener : listeners) {
            listener.firstConnected(connection);
        }
    }

    /**
     * Tell that a connection was borrowed.
     *
     * @param connection the driver's connection
     * @param nanos how long the caller waited, in nanoseconds
     * @throws SQLException what a listener throws
     */
    public void checkedOut(Connection connection, long nanos) throws SQLException {
        for (EngineListener listener : listeners) {
            listener.checkedOut(connection, nanos);
        }
    }

    /**
     * Tell that a connection goes back.
     *
     * @param connection the driver's connection
     * @param nanos how long it was held, in nanoseconds
     */
    public void checkedIn(Connection connection, long nanos) {
        for (EngineListener listener : listeners) {
            listener.checkedIn(connection, nanos);
        }
    }

    /**
     * Tell that no connection was to be had.
     *
     * @param failure what the caller gets
     * @param nanos how long the caller waited, in nanoseconds
     */
    public void borrowFailed(RuntimeException failure, long nanos) {
        for (EngineListener listener : listeners) {
            listener.borrowFailed(failure, nanos);
        }
    }

    /**
     * Tell that a connection was given up.
     *
     * @param isLost whether the database or network ended it
     */
    public void invalidated(boolean isLost) {
        for (EngineListener listener : listeners) {
            listener.invalidated(isLost);
        }
    }

    /**
     * Tell that a connection was collected before it was closed.
     *
     * @param origin where it was borrowed
     */
    public void leaked(Throwable origin) {
        for (EngineListener listener : listeners) {
            listener.leaked(origin);
        }
    }

    /**
     * Tell that something failed.
     *
     * @param failure what failed; listeners may change it
     */
    public void failed(FailureEvent failure) {
        for (EngineListener listener : listeners) {
            listener.failed(failure);
        }
    }

    /**
     * Tell that a statement is about to be sent.
     *
     * @param statement what is sent
     */
    public void beforeExecute(StatementEvent statement) {
        for (EngineListener listener : listeners) {
            listener.beforeExecute(statement);
        }
    }

    /**
     * Tell that a statement was carried out or failed.
     *
     * @param statement what was sent
     * @param nanos how long it took, in nanoseconds
     * @param failure the exception, or {@code null} if it succeeded
     */
    public void afterExecute(StatementEvent statement, long nanos, @Nullable RuntimeException failure) {
        for (EngineListener listener : listeners) {
            listener.afterExecute(statement, nanos, failure);
        }
    }

    /**
     * Tell a step of a transaction.
     *
     * @param event what happens
     */
    public void transaction(TransactionEvent event) {
        for (EngineListener listener : listeners) {
            listener.transaction(event);
        }
    }

    /** A listener's stay. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        /** Remove the listener; does nothing the second time. */
        @Override
        void close();
    }
}
