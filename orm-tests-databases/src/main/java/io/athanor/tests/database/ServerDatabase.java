package io.athanor.tests.database;

import io.athanor.tests.jdbc.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** An empty database on a server, until it is closed. Its connections are kept and lent again, as new as they were. */
final class ServerDatabase implements ConnectionSource {
    private static final int VALID_SECONDS = 5;

    private final Server server;
    private final String name;
    private final Deque<Connection> idle = new ArrayDeque<>();

    ServerDatabase(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    String url() {
        return server.url(name);
    }

    @Override
    public Connection open() throws SQLException {
        Connection waiting;
        synchronized (idle) {
            waiting = idle.poll();
        }
        if (waiting == null) {
            return server.connect(name);
        }
        server.enter(waiting, name);
        return waiting;
    }

    /** A connection that is of no use any more is closed; the test may have seen to that. */
    @Override
    public void giveBack(Connection connection) throws SQLException {
        if (connection.isClosed() || !connection.isValid(VALID_SECONDS)) {
            connection.close();
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        server.forget(connection);
        synchronized (idle) {
            idle.push(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        if (server.empty(name)) {
            synchronized (idle) {
                idle.clear();
            }
        }
        server.takeBack(this);
    }
}
