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
