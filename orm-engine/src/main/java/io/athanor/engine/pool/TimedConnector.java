package io.athanor.engine.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections within a time limit, whatever the driver does: on a thread of its own, which is left alone with a driver
 * that hangs. What comes too late is closed.
 */
final class TimedConnector implements Connector {
    private final Connector connector;
    private final Duration limit;

    TimedConnector(Connector connector, Duration limit) {
        this.connector = connector;
        this.limit = limit;
    }

    @Override
    public Connection open() throws SQLException {
        CompletableFuture<Connection> opened = new CompletableFuture<>();
        Thread thread = new Thread(() -> open(opened), "athanor-connect");
        thread.setDaemon(true);
        thread.start();
        try {
            return opened.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return orElse(
                    opened,
                    new SQLTransientConnectionException(
                            "No connection was opened within [%d] ms".formatted(limit.toMillis()), "08001"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return orElse(opened, new SQLException("Interrupted while a connection was opened", interrupted));
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        }
    }

    private void open(CompletableFuture<Connection> opened) {
        try {
            Connection connection = connector.open();
            if (!opened.complete(connection)) {
                connection.close();
            }
        } catch (Throwable failure) {
            opened.completeExceptionally(failure);
        }
    }

    /** Give up, unless it came just now. */
    private static Connection orElse(CompletableFuture<Connection> opened, SQLException failure) throws SQLException {
        if (opened.completeExceptionally(failure)) {
            throw failure;
        }
        try {
            return opened.join();
        } catch (RuntimeException failed) {
            throw thrown(failed.getCause());
        }
    }

    private static SQLException thrown(@Nullable Throwable failure) throws SQLException {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof SQLException sql) {
            throw sql;
        }
        throw new SQLException("A connection could not be opened", failure);
    }
}
