package io.athanor.engine;

import io.athanor.engine.event.EngineEvents;
import io.athanor.engine.pool.Connector;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections and prepares them as dialect and listeners want them. */
final class PreparingConnector implements Connector {
    private final Connector source;
    private final LazyDialect dialect;
    private final EngineEvents events;
    private final boolean isAdopting;

    PreparingConnector(Connector source, LazyDialect dialect, EngineEvents events, boolean isAdopting) {
        this.source = source;
        this.dialect = dialect;
        this.events = events;
        this.isAdopting = isAdopting;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = source.open();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            if (isAdopting) {
                dialect.get().adopt(connection);
            }
            dialect.get().prepare(connection);
            events.connected(connection);
            return connection;
        } catch (SQLException | RuntimeException unusable) {
            try {
                connection.close();
            } catch (SQLException second) {
                unusable.addSuppressed(second);
            }
            throw unusable;
        }
    }
}
