package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import java.sql.Connection;
import java.sql.SQLException;

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
}
