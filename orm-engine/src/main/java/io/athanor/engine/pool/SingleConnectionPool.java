package io.athanor.engine.pool;

import io.athanor.engine.error.PoolTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Gate gate;
    private final Loans loans = new Loans();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Connection connection;
    private volatile @Nullable Loan lent;

    /**
     * Create a pool.
     *
     * @param settings name and time limits; the size is always 1
     * @param connector opens the connection
     */
    public SingleConnectionPool(PoolSettings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
        this.gate = new Gate(settings, 1);
    }

    @Override
    public Loan borrow() throws SQLException {
        refuseToWaitForItself();
        if (!gate.enter(this)) {
            throw new PoolTimeoutException(
                    ("The only connection of [%s] was not given back within [%d] ms (%s); shorten the work that holds it, raise"
                                    + " poolTimeout, or use a database in a file or server%s")
                            .formatted(settings.name(), settings.timeout().toMillis(), state(), loans.describe()));
        }
        boolean isLent = false;
        try {
            Loan loan = new Loan(open(), this::takeBack);
            loans.add(loan);
            lent = loan;
            isLent = true;
            return loan;
        } finally {
            if (!isLent) {
                gate.leave();
            }
        }
    }

    private void refuseToWaitForItself() {
        Loan current = lent;
        if (current != null && current.holder() == Thread.currentThread() && !gate.isClosed()) {
            throw new PoolTimeoutException(
                    ("This thread [%s] already holds the only connection of [%s], and would wait for itself. Close the first"
                                    + " connection or session before opening another, use the same one for both, or use a"
                                    + " database in a file or server")
                            .formatted(Thread.currentThread().getName(), settings.name()));
        }
    }

    private Connection open() throws SQLException {
        lock.lock();
        try {
            gate.refuseIfClosed();
            Connection known = connection;
            if (known == null) {
                known = connector.open();
                connection = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private void takeBack(Loan loan, Loan.End end) throws SQLException {
        lent = null;
        loans.remove(loan);
        try {
            if (end != Loan.End.AT_REST || gate.isClosed()) {
                closeConnection();
            }
        } finally {
            gate.leave();
        }
    }

    private void closeConnection() throws SQLException {
        lock.lock();
        try {
            Connection closing = connection;
            connection = null;
            if (closing != null) {
                closing.close();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PoolState state() {
        // Without the lock, since whoever opens the connection holds it meanwhile.
        int total = connection == null ? 0 : 1;
        int active = lent == null ? 0 : 1;
        return new PoolState(total, active, Math.max(0, total - active), gate.waiting(), 1);
    }

    @Override
    public void close() {
        if (gate.isClosed()) {
            return;
        }
        gate.close();
        loans.awaitOthers(settings, gate::inside);
        if (lent == null) {
            try {
                closeConnection();
            } catch (SQLException failed) {
                PoolLog.closeFailed(settings.name(), failed);
            }
        }
    }
}
