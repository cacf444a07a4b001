package io.athanor.engine.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.athanor.engine.error.PoolClosedException;
import io.athanor.engine.error.PoolTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are kept for the next one, by HikariCP. The pool is set up when the first connection is asked for; a
 * failure to open that one is told at once, not after the time limit.
 *
 * @since 0.1.0
 */
public final class HikariPool implements ConnectionPool {
    private static final int PING_SECONDS = 5;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final PoolSettings settings;
    private final Connector connector;
    private final Loans loans = new Loans();
    private final Object monitor = new Object();
    private volatile @Nullable HikariDataSource source;
    private volatile boolean isClosed;

    /**
     * Create a pool.
     *
     * @param settings how it behaves
     * @param connector opens its connections
     */
    public HikariPool(PoolSettings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
    }

    @Override
    public Loan borrow() throws SQLException {
        HikariDataSource opened = source;
        if (opened == null) {
            opened = open();
        }
        try {
            Loan loan = new Loan(lend(opened), this::takeBack);
            loans.add(loan);
            return loan;
        } catch (SQLTransientConnectionException timeout) {
            throw translated(timeout);
        } catch (SQLException failed) {
            if (isClosed) {
                throw closed();
            }
            if (failed.getCause() instanceof InterruptedException) {
                // HikariCP has set the thread's flag again.
                throw new PoolTimeoutException(
                        "Interrupted while waiting for a connection of [%s] (%s)".formatted(settings.name(), state()));
            }
            throw failed;
        }
    }

    private Connection lend(HikariDataSource opened) throws SQLException {
        Connection connection = opened.getConnection();
        if (!settings.isPrePing()) {
            return connection;
        }
        // Every idle connection may be dead; one more attempt opens a new one.
        for (int i = 0; i <= settings.size() && !connection.isValid(PING_SECONDS); i++) {
            opened.evictConnection(connection);
            connection.close();
            connection = opened.getConnection();
        }
        return connection;
    }

    private HikariDataSource open() throws SQLException {
        synchronized (monitor) {
            if (isClosed) {
                throw closed();
            }
            HikariDataSource opened = source;
            if (opened == null) {
                opened = create();
                source = opened;
            }
            return opened;
        }
    }

    private HikariDataSource create() throws SQLException {
        // Opened here, so that a failure is told at once and as it is; the pool would try for a second.
        ConnectorDataSource connections = new ConnectorDataSource(connector, connector.open());
        HikariConfig config = new HikariConfig();
        config.setPoolName("athanor-" + NUMBER.incrementAndGet());
        config.setDataSource(connections);
        config.setMaximumPoolSize(settings.size());
        // At first 1, so that the connection that shows whether all is well is kept.
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.timeout().toMillis());
        config.setValidationTimeout(
                Math.min(config.getValidationTimeout(), settings.timeout().toMillis()));
        config.setMaxLifetime(
                settings.recycle() == null ? 0 : settings.recycle().toMillis());
        // Not even a connection that cannot be used is tried again.
        config.setInitializationFailTimeout(1);
        try {
            HikariDataSource created = new HikariDataSource(config);
            created.setMinimumIdle(0);
            return created;
        } catch (PoolInitializationException failed) {
            connections.closeFirst();
            if (failed.getCause() instanceof SQLException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    /** A time-out while connections cannot be opened is a failure to connect; else it is want of connections. */
    private RuntimeException translated(SQLTransientConnectionException timeout) throws SQLException {
        PoolState state = state();
        if (state.active() < settings.size() && timeout.getCause() instanceof SQLException reason) {
            throw reason;
        }
        return new PoolTimeoutException(
                ("No connection of [%s] was to be had within [%d] ms (%s); give connections back sooner, or raise poolSize or"
                                + " poolTimeout%s")
                        .formatted(settings.name(), settings.timeout().toMillis(), state, loans.describe()));
    }

    private PoolClosedException closed() {
        return new PoolClosedException("The pool of [%s] is closed; open a new engine".formatted(settings.name()));
    }

    private void takeBack(Loan loan, boolean isUsable) throws SQLException {
        loans.remove(loan);
        HikariDataSource opened = source;
        if (!isUsable && opened != null) {
            opened.evictConnection(loan.connection());
        }
        loan.connection().close();
    }

    @Override
    public PoolState state() {
        HikariDataSource opened = source;
        HikariPoolMXBean numbers = opened == null || opened.isClosed() ? null : opened.getHikariPoolMXBean();
        if (numbers == null) {
            return new PoolState(0, 0, 0, 0, settings.size());
        }
        return new PoolState(
                numbers.getTotalConnections(),
                numbers.getActiveConnections(),
                numbers.getIdleConnections(),
                numbers.getThreadsAwaitingConnection(),
                settings.size());
    }

    @Override
    public void close() {
        synchronized (monitor) {
            isClosed = true;
            HikariDataSource opened = source;
            if (opened != null) {
                opened.close();
            }
        }
    }
}
