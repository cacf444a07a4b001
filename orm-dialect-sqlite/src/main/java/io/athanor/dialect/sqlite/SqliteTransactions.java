package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Sends BEGIN, COMMIT and ROLLBACK itself: the driver would begin the next transaction as soon as one ends, and hold its
 * locks while nobody works.
 */
final class SqliteTransactions extends TransactionControl {
    private static final int ERROR = 1;

    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, "BEGIN");
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

    private static boolean hasText(SQLException error, String text) {
        return String.valueOf(error.getMessage()).contains(text);
    }
}
