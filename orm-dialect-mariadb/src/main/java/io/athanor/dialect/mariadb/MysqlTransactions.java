package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import java.sql.Connection;
import java.sql.SQLException;

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
}
