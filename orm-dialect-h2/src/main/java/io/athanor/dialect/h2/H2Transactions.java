package io.athanor.dialect.h2;

import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.dialect.TransactionEffect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** As JDBC means it; a deadlock has rolled the transaction back already. */
final class H2Transactions extends TransactionControl {
    /** The driver's number for the level that JDBC does not have. */
    private static final int SNAPSHOT = 6;

    private static final Set<IsolationLevel> LEVELS = Collections.unmodifiableSet(EnumSet.of(
            IsolationLevel.READ_UNCOMMITTED,
            IsolationLevel.READ_COMMITTED,
            IsolationLevel.REPEATABLE_READ,
            IsolationLevel.SNAPSHOT,
            IsolationLevel.SERIALIZABLE));

    @Override
    public Set<IsolationLevel> isolationLevels() {
        return LEVELS;
    }

    @Override
    public IsolationLevel isolation(Connection connection) throws SQLException {
        return connection.getTransactionIsolation() == SNAPSHOT ? IsolationLevel.SNAPSHOT : super.isolation(connection);
    }

    @Override
    public void setIsolation(Connection connection, IsolationLevel level) throws SQLException {
        if (level == IsolationLevel.SNAPSHOT) {
            connection.setTransactionIsolation(SNAPSHOT);
        } else {
            super.setIsolation(connection, level);
        }
    }

    @Override
    public TransactionEffect effectOf(Connection connection, SQLException error) {
        return error.getErrorCode() == H2Errors.DEADLOCK ? TransactionEffect.ENDED : TransactionEffect.STATEMENT_UNDONE;
    }
}
