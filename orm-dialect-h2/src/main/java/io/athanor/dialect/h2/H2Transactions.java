package io.athanor.dialect.h2;

import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import java.sql.Connection;
import java.sql.SQLException;

/** As JDBC means it; a deadlock has rolled the transaction back already. */
final class H2Transactions extends TransactionControl {
    @Override
    public TransactionEffect effectOf(Connection connection, SQLException error) {
        return error.getErrorCode() == H2Errors.DEADLOCK ? TransactionEffect.ENDED : TransactionEffect.STATEMENT_UNDONE;
    }
}
