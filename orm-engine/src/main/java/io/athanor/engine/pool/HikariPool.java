package io.athanor.engine.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.athanor.engine.error.PoolTimeoutException;
import io.athanor.engine.pool.Births.Birth;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are kept for the next one, by HikariCP. The pool is set up when the first connection is asked for; a
 * failure to open that one is told at once, not after the time limit. Threads that wait are served in the order in which
 * they came.
 *
 * @since 0.1.0
 */
public final class HikariPool implements ConnectionPool {
    private static final int PING_SECONDS = 5;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final PoolSettings settings;
    private final Connector connector;
    private final Loans loans = new Loans();
    private final Births births = new Births();
    private final Gate gate;
    /** No monitor, so that virtual threads that wait for the first connection do not hold their carriers. */
    private final ReentrantLock opening = new ReentrantLock();

    private final ReentrantLock closing = new ReentrantLock();
    private volatile @Nullable HikariDataSource source;

    /**
     * Create a pool.
     *
     * @param settings how it behaves
     * @param connector opens its connections
     */
    public HikariPool(PoolSettings settings, Connector connector) {
        this.settings = settings;
        this.connector = new TimedConnector(connector, settings.connectTimeout());
        this.gate = new Gate(settings, settings.size());
    }

    @Override
    public Loan borrow() throws SQLException {
        if (!gate.enter(this)) {
            throw new PoolTimeoutException(
                    ("No connection of [%s] was to be had within [%d] ms (%s); give connections back sooner, or raise"
                                    + " poolSize or poolTimeout%s")
                            .formatted(settings.name(), settings.timeout().toMillis(), state(), loans.describe()));
        }
        boolean isLent = false;
        try {
            Connection lent = lend();
            // Asked for now: a connection that is lost may not tell any more who it was.
            Birth birth = births.of(lent);
            Loan loan = new Loan(lent, (each, end) -> takeBack(each, end, birth));
            loans.add(loan);
            isLent = true;
            return loan;
        } finally {
            if (!isLent) {
                leave();
            }
        }
    }

    /** Whoever is the last to leave a closed pool turns off the light. */
    private void leave() {
        gate.leave();
        if (gate.isClosed() && gate.inside() == 0) {
            closeSource();
        }
    }

    private Connection lend() throws SQLException {
        HikariDataSource known = source;
        try {
            return lend(known == null ? open() : known);
        } catch (SQLTransientConnectionException timeout) {
            // There is a place for it, so none could be opened.
            throw timeout.getCause() instanceof SQLException reason ? reason : unopened(timeout);
        } catch (SQLException failed) {
            gate.refuseIfClosed();
            if (failed.getCause() instanceof InterruptedException interrupted) {
                // HikariCP has set the thread's flag again.
                throw new PoolInterruptedException(settings, state(), interrupted);
            }
            throw failed;
        }
    }

    private SQLException unopened(SQLTransientConnectionException timeout) {
        return new SQLTransientConnectionException(
                "No connection of [%s] could be opened within [%d] ms (%s)"
                        .formatted(settings.name(), settings.timeout().toMillis(), state()),
                "08001",
                timeout);
    }

    private Connection lend(HikariDataSource opened) throws SQLException {
        Connection connection = opened.getConnection();
        // Every idle connection may be dead or too old; one more attempt opens a new one.
        for (int i = 0; i <= settings.size() && !isGood(connection); i++) {
            opened.evictConnection(connection);
            connection = opened.getConnection();
        }
        return connection;
    }

    private boolean isGood(Connection connection) throws SQLException {
        Duration limit = settings.recycle();
        if (limit != null && births.of(connection).ageNanos() > limit.toNanos()) {
            return false;
        }
        if (!settings.isPrePing() || connection.isValid(PING_SECONDS)) {
            return true;
        }
        invalidateOlder(births.of(connection));
        return false;
    }

    private HikariDataSource open() throws SQLException {
        opening.lock();
        try {
            gate.refuseIfClosed();
            HikariDataSource opened = source;
            if (opened == null) {
                opened = create();
                source = opened;
            }
            return opened;
        } finally {
            opening.unlock();
        }
    }

    private HikariDataSource create() throws SQLException {
        Connector dated = () -> births.open(connector);
        // Opened here, so that a failure is told at once and as it is; the pool would try for a second.
        ConnectorDataSource connections = new ConnectorDataSource(dated, dated.open());
        HikariConfig config = new HikariConfig();
        config.setPoolName("athanor-" + NUMBER.incrementAndGet());
        config.setDataSource(connections);
        config.setMaximumPoolSize(settings.size());
        // At first 1, so that the connection that shows whether all is well is kept.
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.timeout().toMillis());
        config.setValidationTimeout(
                Math.min(config.getValidationTimeout(), settings.timeout().toMillis()));
        // Age is looked at when a connection is lent, to the millisecond.
        config.setMaxLifetime(0);
        // Whether an error means that the connection is lost is known to the dialect and to listeners.
        config.setExceptionOverride(new Lenient());
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

    private void takeBack(Loan loan, Loan.End end, Birth birth) throws SQLException {
        try {
            HikariDataSource opened = source;
            if (end == Loan.End.LOST) {
                invalidateOlder(birth);
            }
            if (end == Loan.End.AT_REST || opened == null) {
                loan.connection().close();
            } else {
                // Closes it; closing what is evicted would set back a connection that is not there any more.
                opened.evictConnection(loan.connection());
            }
        } finally {
            loans.remove(loan);
            leave();
        }
    }

    /** What ended one connection has ended those opened before it; found out once for all of them. */
    private void invalidateOlder(Birth lost) {
        HikariDataSource opened = source;
        if (opened != null && births.isFirstLoss(lost)) {
            PoolLog.invalidated(settings.name());
            opened.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public PoolState state() {
        HikariDataSource opened = source;
        HikariPoolMXBean numbers = opened == null || opened.isClosed() ? null : opened.getHikariPoolMXBean();
        if (numbers == null) {
            return new PoolState(0, 0, 0, gate.waiting(), settings.size());
        }
        return new PoolState(
                numbers.getTotalConnections(),
                numbers.getActiveConnections(),
                numbers.getIdleConnections(),
                gate.waiting() + numbers.getThreadsAwaitingConnection(),
                settings.size());
    }

    @Override
    public void close() {
        closing.lock();
        try {
            if (gate.isClosed()) {
                return;
            }
            gate.close();
            HikariDataSource opened = awaitOpening();
            if (opened != null) {
                opened.getHikariPoolMXBean().softEvictConnections();
                loans.awaitOthers(settings, gate::inside);
            }
            if (gate.inside() == 0) {
                closeSource();
            }
        } finally {
            closing.unlock();
        }
    }

    private @Nullable HikariDataSource awaitOpening() {
        opening.lock();
        try {
            return source;
        } finally {
            opening.unlock();
        }
    }

    /** Leaves the judgement of errors to others. */
    private static final class Lenient implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException error) {
            return Override.DO_NOT_EVICT;
        }
    }

    /** HikariCP cuts what is lent, so it is closed when nothing is. */
    private void closeSource() {
        HikariDataSource opened = source;
        if (opened != null) {
            opened.close();
        }
    }
}
