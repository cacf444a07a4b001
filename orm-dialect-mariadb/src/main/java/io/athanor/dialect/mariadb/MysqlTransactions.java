package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** As JDBC means it, but for what an error leaves of a transaction. */
final class MysqlTransactions extends TransactionControl {
    /**
     * A deadlock has rolled the transaction back. A lock that was not to be had undoes the statement only, but what the
     * transaction has read may be long outdated, and its other locks go on to block others: it must be rolled back.
     */
    @Override
    public TransactionEffect effectOf(Connection connection, SQLException error) {
        return switch (error.getErrorCode()) {
            case MysqlErrors.DEADLOCK, MysqlErrors.LOCK_TABLE_FULL, MysqlErrors.CHANGED_SINCE_READ ->
                TransactionEffect.ENDED;
            case MysqlErrors.LOCK_TIMEOUT -> TransactionEffect.ABORTED;
            default -> TransactionEffect.STATEMENT_UNDONE;
        };
    }

    /** The driver knows only of what it was told, and not of what a statement set. */
    @Override
    public void reset(Connection connection) throws SQLException {
        super.reset(connection);
        execute(connection, "SET SESSION TRANSACTION READ WRITE");
    }

    /** Outside of what the driver knows as transactions, which it would commit by itself. */
    @Override
    public void beginTwoPhase(Connection connection, String id) throws SQLException {
        xa(connection, "START", id, "");
    }

    @Override
    public void prepare(Connection connection, String id) throws SQLException {
        xa(connection, "END", id, "");
        xa(connection, "PREPARE", id, "");
    }

    @Override
    public void commitPrepared(Connection connection, String id) throws SQLException {
        xa(connection, "COMMIT", id, "");
    }

    @Override
    public void rollbackPrepared(Connection connection, String id) throws SQLException {
        xa(connection, "ROLLBACK", id, "");
    }

    @Override
    public void commitUnprepared(Connection connection, String id) throws SQLException {
        xa(connection, "END", id, "");
        xa(connection, "COMMIT", id, " ONE PHASE");
    }

    @Override
    public void rollbackUnprepared(Connection connection, String id) throws SQLException {
        xa(connection, "END", id, "");
        xa(connection, "ROLLBACK", id, "");
    }

    private static void xa(Connection connection, String word, String id, String rest) throws SQLException {
        execute(connection, "XA " + word + " '" + id + "'" + rest);
    }

    @Override
    public List<String> prepared(Connection connection) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("XA RECOVER")) {
            while (rows.next()) {
                ids.add(rows.getString("data"));
            }
        }
        return ids;
    }
}
