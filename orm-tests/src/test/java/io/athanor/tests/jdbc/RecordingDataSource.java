package io.athanor.tests.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source that records what its connections are told. It keeps one connection of its own open, since a database in
 * memory goes with its last one; where each connection is a database of its own, that one is what it lends.
 */
public final class RecordingDataSource implements DataSource, AutoCloseable {
    private final String url;
    private final boolean isSingle;
    private final Recording recording = new Recording();
    private final AtomicBoolean isLent = new AtomicBoolean();
    private Connection keeper;

    public RecordingDataSource(String url, boolean isSingle) {
        this.url = url;
        this.isSingle = isSingle;
    }

    public Recording recording() {
        return recording;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        if (keeper == null) {
            keeper = DriverManager.getConnection(url);
        }
        if (!isSingle) {
            return RecordedConnection.of(DriverManager.getConnection(url), recording, Connection::close);
        }
        if (!isLent.compareAndSet(false, true)) {
            throw new SQLException("The only connection of [" + url + "] is lent already");
        }
        return RecordedConnection.of(keeper, recording, real -> isLent.set(false));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public synchronized void close() throws SQLException {
        if (keeper != null) {
            keeper.close();
        }
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new IllegalStateException("A recording data source writes no log");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new IllegalStateException("A recording data source connects to databases in memory");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
