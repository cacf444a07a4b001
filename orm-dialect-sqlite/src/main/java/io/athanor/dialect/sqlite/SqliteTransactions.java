package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Sends BEGIN, COMMIT and ROLLBACK itself: the driver would begin the next transaction as soon as one ends, and hold its
 * locks while nobody works.
 */
final class SqliteTransactions extends TransactionControl {
    private static final int ERROR = 1;
    private static final Set<IsolationLevel> LEVELS =
            Set.of(IsolationLevel.READ_UNCOMMITTED, IsolationLevel.SERIALIZABLE);

    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN");
    }

    /** The lock for writing is waited for at BEGIN; one that is missing later cannot be waited for. */
    @Override
    public void begin(Connection connection, boolean isWriting) throws SQLException {
        execute(connection, isWriting ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    @Override
    public Set<IsolationLevel> isolationLevels() {
        return LEVELS;
    }

    /** The driver takes any level and does nothing. */
    @Override
    public IsolationLevel isolation(Connection connection) throws SQLException {
        return isOn(connection, "read_uncommitted") ? IsolationLevel.READ_UNCOMMITTED : IsolationLevel.SERIALIZABLE;
    }

    @Override
    public void setIsolation(Connection connection, IsolationLevel level) throws SQLException {
        execute(connection, "PRAGMA read_uncommitted=" + (level == IsolationLevel.READ_UNCOMMITTED ? "ON" : "OFF"));
    }

    /** The driver can open a file as read-only, but not set a connection so. */
    @Override
    public boolean isReadOnly(Connection connection) throws SQLException {
        return isOn(connection, "query_only");
    }

    @Override
    public void setReadOnly(Connection connection, boolean isReadOnly) throws SQLException {
        execute(connection, "PRAGMA query_only=" + (isReadOnly ? "ON" : "OFF"));
    }

    private static boolean isOn(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
            return rows.next() && rows.getInt(1) != 0;
        }
    }

    /** The driver knows nothing of a BEGIN that was sent as a statement. */
    @Override
    public void reset(Connection connection) throws SQLException {
        rollback(connection);
        super.reset(connection);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException failure) {
            if (!hasText(failure, "no transaction is active")) {
                throw failure;
            }
        }
    }

    /**
     * Some errors, such as a full disk, an interrupt or a trigger's RAISE(ROLLBACK), end the whole transaction, and the
     * driver does not tell. BEGIN does: it is refused as long as there is a transaction.
     */
    @Override
    public TransactionEffect effectOf(Connection connection, SQLException error) {
        if (error.getErrorCode() <= ERROR) {
            return TransactionEffect.STATEMENT_UNDONE;
        }
        try {
            execute(connection, "BEGIN");
            execute(connection, "ROLLBACK");
        } catch (SQLException refused) {
            return hasText(refused, "within a transaction")
                    ? TransactionEffect.STATEMENT_UNDONE
                    : TransactionEffect.ENDED;
        }
        return TransactionEffect.ENDED;
    }

    /** A COMMIT that has to wait, or that a constraint forbids for now, leaves the transaction as it was. */
    @Override
    public TransactionEffect effectOfCommit(Connection connection, SQLException error) {
        return effectOf(connection, error);
    }

    private static boolean hasText(SQLException error, String text) {
        return String.valueOf(error.getMessage()).contains(text);
    }
}
