package io.athanor.tests.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that records what its connections are told.
 *
 * @since 0.1.0
 */
public final class RecordingDataSource implements DataSource, AutoCloseable {
    private final ConnectionSource source;
    private final Recording recording = new Recording();

    /** A data source of a database, which goes with it when it is closed. */
    public RecordingDataSource(ConnectionSource source) {
        this.source = source;
    }

    /** What its connections were told so far, and will be. */
    public Recording recording() {
        return recording;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return RecordedConnection.of(source.open(), recording, source::giveBack);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() throws SQLException {
        source.close();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new IllegalStateException("A recording data source writes no log");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new IllegalStateException("A recording data source waits as long as its driver does");
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
