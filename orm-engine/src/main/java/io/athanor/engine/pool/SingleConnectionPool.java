package io.athanor.engine.pool;

import io.athanor.engine.error.PoolClosedException;
import io.athanor.engine.error.PoolTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept and lent to one at a time: for databases that live within their connection. A thread that
 * holds it and asks again would wait for itself, so it is refused at once.
 *
 * @since 0.1.0
 */
public final class SingleConnectionPool implements ConnectionPool {
    private final PoolSettings settings;
    private final Connector connector;
    private final Semaphore free = new Semaphore(1, true);
    private final Object monitor = new Object();
    private @Nullable Connection connection;
    private volatile @Nullable Loan lent;
    private boolean isClosed;

    /**
     * Create a pool.
     *
     * @param settings name and timeout; the size is always 1
     * @param connector opens the connection
     */
    public SingleConnectionPool(PoolSettings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
    }

    @Override
    public Loan borrow() throws SQLException {
        refuseIfClosed();
        if (!free.tryAcquire()) {
            await();
        }
        boolean isLent = false;
        try {
            Loan loan = new Loan(open(), this::takeBack);
            lent = loan;
            isLent = true;
            return loan;
        } finally {
            if (!isLent) {
                free.release();
            }
        }
    }

    private void await() {
        Loan current = lent;
        if (current != null && current.holder() == Thread.currentThread()) {
            throw new PoolTimeoutException(
                    ("This thread [%s] already holds the only connection of [%s], and would wait for itself. Close the first"
                                    + " connection or session before opening another, use the same one for both, or use a"
                                    + " database in a file or server")
                            .formatted(Thread.currentThread().getName(), settings.name()));
        }
        try {
            if (!free.tryAcquire(settings.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw timedOut();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PoolTimeoutException("Interrupted while waiting for the only connection of [%s] (%s)"
                    .formatted(settings.name(), state()));
        }
    }

    private PoolTimeoutException timedOut() {
        Loans holders = new Loans();
        Loan current = lent;
        if (current != null) {
            holders.add(current);
        }
        return new PoolTimeoutException(
                ("The only connection of [%s] was not given back within [%d] ms (%s); shorten the work that holds it, raise"
                                + " poolTimeout, or use a database in a file or server%s")
                        .formatted(settings.name(), settings.timeout().toMillis(), state(), holders.describe()));
    }

    private Connection open() throws SQLException {
        synchronized (monitor) {
            refuseIfClosed();
            if (connection == null) {
                connection = connector.open();
            }
            return connection;
        }
    }

    private void takeBack(Loan loan, boolean isUsable) throws SQLException {
        lent = null;
        try {
            synchronized (monitor) {
                if (isClosed || !isUsable) {
                    closeConnection();
                }
            }
        } finally {
            free.release();
        }
    }

    private void closeConnection() throws SQLException {
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            closing.close();
        }
    }

    private void refuseIfClosed() {
        synchronized (monitor) {
            if (isClosed) {
                throw new PoolClosedException(
                        "The pool of [%s] is closed; open a new engine".formatted(settings.name()));
            }
        }
    }

    @Override
    public PoolState state() {
        synchronized (monitor) {
            int total = connection == null ? 0 : 1;
            int active = lent == null ? 0 : 1;
            return new PoolState(total, active, Math.max(0, total - active), free.getQueueLength(), 1);
        }
    }

    @Override
    public void close() {
        synchronized (monitor) {
            isClosed = true;
            if (lent == null) {
                try {
                    closeConnection();
                } catch (SQLException failed) {
                    PoolLog.closeFailed(settings.name(), failed);
                }
            }
        }
    }
}
