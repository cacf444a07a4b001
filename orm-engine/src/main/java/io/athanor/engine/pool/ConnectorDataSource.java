package io.athanor.engine.pool;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connector in the form in which HikariCP asks for connections; keeps URL and password out of its configuration. */
final class ConnectorDataSource implements DataSource {
    private final Connector connector;
    private final AtomicReference<@Nullable Connection> first;
    /** Told by HikariCP, which waits so long for its threads when it closes. */
    private volatile int loginTimeout;

    ConnectorDataSource(Connector connector, Connection first) {
        this.connector = connector;
        this.first = new AtomicReference<>(first);
    }

    /** Close the first connection if nobody has taken it. */
    void closeFirst() throws SQLException {
        Connection unused = first.getAndSet(null);
        if (unused != null) {
            unused.close();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection opened = first.getAndSet(null);
        return opened == null ? connector.open() : opened;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("User and password are part of the engine's URL");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("No java.util.logging here");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Nothing to unwrap to [%s]".formatted(type.getName()));
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
