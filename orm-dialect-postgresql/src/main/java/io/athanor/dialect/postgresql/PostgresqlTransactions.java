package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * As JDBC means it. After an error the server accepts nothing but a rollback, and answers COMMIT by a rollback that the driver
 * takes for success; whether it is so far, the server is asked, since an error of the driver's own changes nothing.
 */
final class PostgresqlTransactions extends TransactionControl {
    @Override
    public TransactionEffect effectOf(Connection connection, SQLException error) {
        try {
            execute(connection, "SELECT 1");
            return TransactionEffect.STATEMENT_UNDONE;
        } catch (SQLException refused) {
            return TransactionEffect.ABORTED;
        }
    }

    /** The driver knows only of what it was told, and not of what a statement set. */
    @Override
    public void reset(Connection connection) throws SQLException {
        super.reset(connection);
        execute(connection, "RESET default_transaction_read_only");
    }

    /** What failed unseen is told by the next statement, and not by COMMIT. */
    @Override
    public void confirm(Connection connection) throws SQLException {
        execute(connection, "SELECT 1");
    }

    @Override
    public void prepare(Connection connection, String id) throws SQLException {
        execute(connection, "PREPARE TRANSACTION '" + id + "'");
        connection.setAutoCommit(true);
    }

    @Override
    public void commitPrepared(Connection connection, String id) throws SQLException {
        execute(connection, "COMMIT PREPARED '" + id + "'");
    }

    @Override
    public void rollbackPrepared(Connection connection, String id) throws SQLException {
        execute(connection, "ROLLBACK PREPARED '" + id + "'");
    }

    @Override
    public List<String> prepared(Connection connection) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
