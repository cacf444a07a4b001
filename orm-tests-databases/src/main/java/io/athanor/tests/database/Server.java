package io.athanor.tests.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A running server. It makes databases and takes them back: one that is given back is emptied and lent again, which takes less
 * time than to make another.
 */
abstract class Server {
    private static final String PREFIX = "athanor_test_";

    private final String scheme;
    private final ServerAddress address;
    private final Deque<ServerDatabase> free = new ArrayDeque<>();
    private final List<String> made = new ArrayList<>();

    Server(String scheme, ServerAddress address) {
        this.scheme = scheme;
        this.address = address;
    }

    /** What the server says it is. */
    final String version() throws SQLException {
        try (Connection connection = connect(address.database())) {
            var about = connection.getMetaData();
            return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion() + " through "
                    + about.getDriverVersion();
        }
    }

    final ServerAddress address() {
        return address;
    }

    final String url(String database) {
        return address.url(scheme, database);
    }

    /** Lend an empty database. */
    final synchronized ServerDatabase lend() throws SQLException {
        ServerDatabase waiting = free.poll();
        if (waiting != null) {
            return waiting;
        }
        String name = PREFIX + ProcessHandle.current().pid() + "_" + made.size();
        made.add(name);
        administrate(create(name));
        return new ServerDatabase(this, name);
    }

    final synchronized void takeBack(ServerDatabase empty) {
        free.push(empty);
    }

    /** Remove all databases from a server that goes on without these tests. */
    final synchronized void leave() {
        for (String name : made) {
            try {
                administrate(drop(name));
            } catch (SQLException failed) {
                System.err.println("database " + name + " is left behind: " + failed.getMessage());
            }
        }
    }

    final Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(scheme, database));
    }

    final void administrate(List<String> statements) throws SQLException {
        try (Connection connection = connect(address.database());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    abstract List<String> create(String name);

    abstract List<String> drop(String name);

    /**
     * Remove all that a test has put into a database, whoever still holds on to it.
     *
     * @return whether connections that hold on to nothing had to be closed too
     */
    abstract boolean empty(String name) throws SQLException;

    /** Make a connection that was lent before use a database that was emptied meanwhile. */
    abstract void enter(Connection connection, String name) throws SQLException;

    /** Make a connection forget what it was told. */
    abstract void forget(Connection connection) throws SQLException;
}
