package io.athanor.engine.pool;

import java.sql.SQLException;

/**
 * Lends connections. Opens none before the first is asked for. Thread-safe.
 *
 * @since 0.1.0
 */
public interface ConnectionPool extends AutoCloseable {
    /**
     * Borrow a connection.
     *
     * @return a connection at rest, to be given back exactly once
     * @throws SQLException what the driver throws when it cannot connect
     * @throws io.athanor.engine.error.PoolTimeoutException if all connections are in use for too long
     * @throws io.athanor.engine.error.PoolClosedException if the pool is closed
     */
    Loan borrow() throws SQLException;

    /**
     * Return the pool's numbers at this moment.
     *
     * @return the state
     */
    PoolState state();

    /** Close the idle connections, and each other one when it comes back. Does nothing the second time. */
    @Override
    void close();
}
