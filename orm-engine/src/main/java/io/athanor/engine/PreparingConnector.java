package io.athanor.engine;

import io.athanor.engine.dialect.Dialect;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.dialect.TransactionControl;
import io.athanor.engine.pool.Connector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Opens connections and prepares them as dialect, options and listeners want them; remembers what the first one was like. */
final class PreparingConnector implements Connector {
    private final Connector source;
    private final LazyDialect dialect;
    private final EngineSetup setup;
    private final boolean isAdopting;
    /** No monitor, so that virtual threads that wait for the first connection do not hold their carriers. */
    private final ReentrantLock first = new ReentrantLock();

    private volatile @Nullable ConnectionBaseline baseline;

    PreparingConnector(Connector source, LazyDialect dialect, EngineSetup setup, boolean isAdopting) {
        this.source = source;
        this.dialect = dialect;
        this.setup = setup;
        this.isAdopting = isAdopting;
    }

    /** What new connections are set to; known once there was one. */
    ConnectionBaseline baseline() {
        ConnectionBaseline known = baseline;
        if (known == null) {
            throw new IllegalStateException("No connection has been opened yet");
        }
        return known;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = source.open();
        try {
            prepare(connection, dialect.get());
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

    private void prepare(Connection connection, Dialect known) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        if (isAdopting) {
            known.adopt(connection);
        }
        known.prepare(connection);
        TransactionControl control = known.transactions();
        IsolationLevel level = setup.options().execution.isolation;
        if (level != null && level != IsolationLevel.AUTOCOMMIT) {
            ConnectionSettings.refuseMissing(level, known);
            control.setIsolation(connection, level);
        }
        if (baseline == null) {
            tellFirst(connection, control);
        }
        setup.events().connected(connection);
    }

    private void tellFirst(Connection connection, TransactionControl control) throws SQLException {
        first.lock();
        try {
            if (baseline == null) {
                ConnectionBaseline read = ConnectionBaseline.of(control, connection);
                setup.events().firstConnected(connection);
                baseline = read;
            }
        } finally {
            first.unlock();
        }
    }
}
