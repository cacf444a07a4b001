package io.athanor.engine.pool;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Opens connections to one database, ready for use. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Connector {
    /**
     * Open a connection.
     *
     * @return a new connection, at rest
     * @throws SQLException what the driver throws; must hold no secret
     */
    Connection open() throws SQLException;
}
