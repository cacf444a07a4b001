package io.athanor.engine;

import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.dialect.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every new connection of an engine is set to, read from the first: what a used one is set back to. */
record ConnectionBaseline(
        IsolationLevel isolation,
        boolean isReadOnly,
        @Nullable String schema,
        @Nullable String catalog) {
    static ConnectionBaseline of(TransactionControl control, Connection connection) throws SQLException {
        return new ConnectionBaseline(
                control.isolation(connection),
                control.isReadOnly(connection),
                connection.getSchema(),
                connection.getCatalog());
    }

    /** Set back what is not as it was; asks for all of it. */
    void restore(TransactionControl control, Connection connection) throws SQLException {
        if (control.isReadOnly(connection) != isReadOnly) {
            control.setReadOnly(connection, isReadOnly);
        }
        if (control.isolation(connection) != isolation) {
            control.setIsolation(connection, isolation);
        }
        if (!Objects.equals(connection.getCatalog(), catalog)) {
            connection.setCatalog(catalog);
        }
        if (!Objects.equals(connection.getSchema(), schema)) {
            connection.setSchema(schema);
        }
    }
}
