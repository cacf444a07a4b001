package io.athanor.tests.database;

import io.athanor.tests.jdbc.ConnectionSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory. It goes with its last connection, so one is kept open; where each connection is a database of its own,
 * that one is what is lent.
 */
final class MemorySource implements ConnectionSource {
    private final String url;
    private final boolean isSingle;
    private final AtomicBoolean isLent = new AtomicBoolean();
    private @Nullable Connection keeper;

    MemorySource(String url, boolean isSingle) {
        this.url = url;
        this.isSingle = isSingle;
    }

    @Override
    public synchronized Connection open() throws SQLException {
        if (keeper == null) {
            keeper = DriverManager.getConnection(url);
        }
        if (!isSingle) {
            return DriverManager.getConnection(url);
        }
        if (!isLent.compareAndSet(false, true)) {
            throw new SQLException("The only connection of [" + url + "] is lent already");
        }
        return keeper;
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        if (isSingle) {
            isLent.set(false);
        } else {
            connection.close();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (keeper != null) {
            keeper.close();
        }
    }
}
