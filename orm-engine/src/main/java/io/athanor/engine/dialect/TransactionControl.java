package io.athanor.engine.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a transaction is begun and ended. This class does it as JDBC means it; a dialect whose driver begins transactions at
 * the wrong time overrides it. Connections rest in auto-commit mode. Stateless and thread-safe; the connection is used by
 * one thread at a time. Names of savepoints are made by the engine and need no quotes.
 *
 * @since 0.1.0
 */
public class TransactionControl {
    private static final Set<IsolationLevel> STANDARD_LEVELS = Collections.unmodifiableSet(EnumSet.of(
            IsolationLevel.READ_UNCOMMITTED,
            IsolationLevel.READ_COMMITTED,
            IsolationLevel.REPEATABLE_READ,
            IsolationLevel.SERIALIZABLE));

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
     * Begin a transaction of which it is known whether it will write. Databases with one lock for all writers take it now,
     * while waiting for it is still possible. By default, the same as {@link #begin(Connection)}.
     *
     * @param connection a connection without one
     * @param isWriting whether the transaction's first statement writes, or the user said that it will write
     * @throws SQLException what the driver throws
     */
    public void begin(Connection connection, boolean isWriting) throws SQLException {
        begin(connection);
    }

    /**
     * Make sure, just before a commit, that the database has not given up the transaction unseen, where its driver would
     * report success nevertheless. Called only where statements may have run that the engine did not see. By default, does
     * nothing.
     *
     * @param connection a connection in a transaction
     * @throws SQLException if the transaction cannot be committed
     */
    public void confirm(Connection connection) throws SQLException {}

    /**
     * Return the isolation levels that the database has, {@link IsolationLevel#AUTOCOMMIT} aside, which all have.
     *
     * @return by default, the four of the standard
     */
    public Set<IsolationLevel> isolationLevels() {
        return STANDARD_LEVELS;
    }

    /**
     * Return the isolation level of a connection's next transactions.
     *
     * @param connection a connection without a transaction
     * @return the level, never {@code AUTOCOMMIT}
     * @throws SQLException what the driver throws
     */
    public IsolationLevel isolation(Connection connection) throws SQLException {
        int level = connection.getTransactionIsolation();
        return switch (level) {
            case Connection.TRANSACTION_READ_UNCOMMITTED -> IsolationLevel.READ_UNCOMMITTED;
            case Connection.TRANSACTION_READ_COMMITTED -> IsolationLevel.READ_COMMITTED;
            case Connection.TRANSACTION_REPEATABLE_READ -> IsolationLevel.REPEATABLE_READ;
            case Connection.TRANSACTION_SERIALIZABLE -> IsolationLevel.SERIALIZABLE;
            default -> throw new SQLException("Isolation level [%d] of the driver has no name here".formatted(level));
        };
    }

    /**
     * Set the isolation level of a connection's next transactions.
     *
     * @param connection a connection without a transaction
     * @param level one of {@link #isolationLevels}
     * @throws SQLException what the driver throws
     */
    public void setIsolation(Connection connection, IsolationLevel level) throws SQLException {
        connection.setTransactionIsolation(
                switch (level) {
                    case READ_UNCOMMITTED -> Connection.TRANSACTION_READ_UNCOMMITTED;
                    case READ_COMMITTED -> Connection.TRANSACTION_READ_COMMITTED;
                    case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
                    case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
                    case AUTOCOMMIT, SNAPSHOT ->
                        throw new SQLException("JDBC has no isolation level [%s]".formatted(level));
                });
    }

    /**
     * Return whether a connection's next transactions are read-only.
     *
     * @param connection a connection without a transaction
     * @return whether they are
     * @throws SQLException what the driver throws
     */
    public boolean isReadOnly(Connection connection) throws SQLException {
        return connection.isReadOnly();
    }

    /**
     * Let the database refuse changes, or accept them again. The engine refuses them by itself too, so that a database that
     * cannot do it may ignore this.
     *
     * @param connection a connection without a transaction
     * @param isReadOnly whether to refuse
     * @throws SQLException what the driver throws
     */
    public void setReadOnly(Connection connection, boolean isReadOnly) throws SQLException {
        connection.setReadOnly(isReadOnly);
    }

    /**
     * Begin a transaction that is to be committed in two phases. Asked for only with {@link Capability#TWO_PHASE_COMMIT},
     * as are the methods below; by default, they refuse.
     *
     * @param connection a connection without a transaction
     * @param id the transaction's name: letters, digits and {@code _ . : -}, at most 64
     * @throws SQLException what the driver throws
     */
    public void beginTwoPhase(Connection connection, String id) throws SQLException {
        begin(connection);
    }

    /**
     * Prepare a transaction: the database promises to commit it whenever it is told, even after a crash. The connection is
     * at rest afterwards.
     *
     * @param connection a connection in a transaction begun by {@link #beginTwoPhase}
     * @param id the transaction's name
     * @throws SQLException what the driver throws
     */
    public void prepare(Connection connection, String id) throws SQLException {
        throw withoutTwoPhase();
    }

    /**
     * Commit a prepared transaction.
     *
     * @param connection any connection without a transaction
     * @param id the transaction's name
     * @throws SQLException what the driver throws
     */
    public void commitPrepared(Connection connection, String id) throws SQLException {
        throw withoutTwoPhase();
    }

    /**
     * Roll a prepared transaction back.
     *
     * @param connection any connection without a transaction
     * @param id the transaction's name
     * @throws SQLException what the driver throws
     */
    public void rollbackPrepared(Connection connection, String id) throws SQLException {
        throw withoutTwoPhase();
    }

    /**
     * Return the transactions that are prepared and wait for the second phase.
     *
     * @param connection any connection without a transaction
     * @return their names
     * @throws SQLException what the driver throws
     */
    public List<String> prepared(Connection connection) throws SQLException {
        throw withoutTwoPhase();
    }

    /**
     * Commit a transaction of two phases that was not prepared. By default, as any other.
     *
     * @param connection a connection in a transaction begun by {@link #beginTwoPhase}
     * @param id the transaction's name
     * @throws SQLException what the driver throws
     */
    public void commitUnprepared(Connection connection, String id) throws SQLException {
        commit(connection);
    }

    /**
     * Roll back a transaction of two phases that was not prepared. By default, as any other.
     *
     * @param connection a connection in a transaction begun by {@link #beginTwoPhase}
     * @param id the transaction's name
     * @throws SQLException what the driver throws; the connection is then of no use any more
     */
    public void rollbackUnprepared(Connection connection, String id) throws SQLException {
        rollback(connection);
    }

    private static SQLException withoutTwoPhase() {
        return new SQLFeatureNotSupportedException("The database has no commit in two phases");
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
     * Undo a transaction that the user left behind by means of his own, before the connection goes back to the pool. Called
     * where statements may have run that the engine did not see.
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
     * Return what a COMMIT that failed did to the transaction. May ask the database.
     *
     * @param connection the connection
     * @param error what the driver threw
     * @return by default, that the transaction has ended: it is rolled back instead
     */
    public TransactionEffect effectOfCommit(Connection connection, SQLException error) {
        return TransactionEffect.ENDED;
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
