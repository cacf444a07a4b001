package io.athanor.tests.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the connections of a database come from and go to.
 *
 * @since 0.1.0
 */
public interface ConnectionSource extends AutoCloseable {
    /** Lend a connection, in auto-commit mode. */
    Connection open() throws SQLException;

    /** Take a connection back. */
    void giveBack(Connection connection) throws SQLException;

    /** Give the database up. */
    @Override
    void close() throws SQLException;
}
