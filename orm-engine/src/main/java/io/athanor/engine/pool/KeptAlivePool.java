package io.athanor.engine.pool;

import io.athanor.engine.error.PoolClosedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A pool beside which one connection is kept open, so that a database that lives in memory does not cease to exist when all
 * others are closed.
 *
 * @since 0.1.0
 */
public final class KeptAlivePool implements ConnectionPool {
    private static final int PING_SECONDS = 5;

    private final String name;
    private final Connector connector;
    private final ConnectionPool pool;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Connection keeper;
    private boolean isClosed;

    /**
     * Create a pool.
     *
     * @param name what it is called in messages
     * @param connector opens the connection to keep
     * @param pool lends the others
     */
    public KeptAlivePool(String name, Connector connector, ConnectionPool pool) {
        this.name = name;
        this.connector = connector;
        this.pool = pool;
    }

    @Override
    public Loan borrow() throws SQLException {
        if (keeper == null) {
            keep();
        }
        Loan inner = pool.borrow();
        return new Loan(inner.connection(), (loan, end) -> giveBack(inner, end));
    }

    private void giveBack(Loan inner, Loan.End end) throws SQLException {
        if (end == Loan.End.AT_REST) {
            inner.giveBack();
            return;
        }
        try {
            if (end == Loan.End.LOST) {
                inner.invalidate();
            } else {
                inner.discard();
            }
        } finally {
            forgetDeadKeeper();
        }
    }

    /** What broke one connection may have ended the database, and the kept connection with it. */
    private void forgetDeadKeeper() throws SQLException {
        lock.lock();
        try {
            Connection kept = keeper;
            if (kept != null && !kept.isValid(PING_SECONDS)) {
                keeper = null;
                kept.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private void keep() throws SQLException {
        lock.lock();
        try {
            if (isClosed) {
                throw new PoolClosedException("The pool of [%s] is closed; open a new engine".formatted(name));
            }
            if (keeper == null) {
                keeper = connector.open();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PoolState state() {
        return pool.state();
    }

    @Override
    public void close() {
        pool.close();
        lock.lock();
        try {
            isClosed = true;
            Connection last = keeper;
            keeper = null;
            if (last != null) {
                last.close();
            }
        } catch (SQLException failed) {
            PoolLog.closeFailed(name, failed);
        } finally {
            lock.unlock();
        }
    }
}
