package io.athanor.engine.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How a transaction is begun and ended. This class does it as JDBC means it; a dialect whose driver begins transactions at
 * the wrong time overrides it. Connections rest in auto-commit mode. Stateless and thread-safe; the connection is used by
 * one thread at a time. Names of savepoints are made by the engine and need no quotes.
 *
 * @since 0.1.0
 */
public class TransactionControl {
    /** Create the control. */
    public TransactionControl() {}

    /**
     * Begin a transaction.
     *
     * @param connection a connection without one
     * @throws SQLException what the driver throws
     */
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /**
     * Commit. If it throws, the transaction still has to be rolled back.
     *
     * @param connection a connection in a transaction
     * @throws SQLException what the driver throws
     */
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /**
     * Roll back. A transaction that the database has ended by itself is no error.
     *
     * @param connection a connection in a transaction
     * @throws SQLException what the driver throws; the connection is then of no use any more
     */
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /**
     * Bring the connection back to rest after a commit or rollback.
     *
     * @param connection a connection without a transaction
     * @throws SQLException what the driver throws; the connection is then of no use any more
     */
    public void rest(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Undo what the user left behind, before the connection goes back to the pool.
     *
     * @param connection a connection, perhaps in a transaction
     * @throws SQLException what the driver throws; the connection is then dropped
     */
    public void reset(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /**
     * Set a savepoint.
     *
     * @param connection a connection in a transaction
     * @param name the savepoint's name
     * @throws SQLException what the driver throws
     */
    public void savepoint(Connection connection, String name) throws SQLException {
        execute(connection, "SAVEPOINT " + name);
    }

    /**
     * Give a savepoint up and keep its changes.
     *
     * @param connection a connection in a transaction
     * @param name the savepoint's name
     * @throws SQLException what the driver throws
     */
    public void release(Connection connection, String name) throws SQLException {
        execute(connection, "RELEASE SAVEPOINT " + name);
    }

    /**
     * Undo what was done since a savepoint.
     *
     * @param connection a connection in a transaction
     * @param name the savepoint's name
     * @throws SQLException what the driver throws
     */
    public void rollbackTo(Connection connection, String name) throws SQLException {
        execute(connection, "ROLLBACK TO SAVEPOINT " + name);
    }

    /**
     * Return what an error did to the transaction. May ask the database.
     *
     * @param connection the connection, in a transaction as far as the engine knows
     * @param error what the driver threw
     * @return the effect, never {@code null}
     */
    public TransactionEffect effectOf(Connection connection, SQLException error) {
        return TransactionEffect.STATEMENT_UNDONE;
    }

    /**
     * Carry out a statement of no result.
     *
     * @param connection the connection
     * @param sql the SQL
     * @throws SQLException what the driver throws
     */
    protected static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
