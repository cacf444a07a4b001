package io.athanor.tests.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** MariaDB's way to make and empty a database. */
final class MariadbServer extends Server {
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final String SESSIONS = "SELECT id FROM information_schema.processlist WHERE db = '%s'";

    MariadbServer(ServerAddress address) {
        super("mariadb", address);
    }

    /** Other than by default, texts that differ are not equal: neither in case nor in blanks at their end. */
    @Override
    List<String> create(String name) {
        return List.of("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
    }

    @Override
    List<String> drop(String name) {
        return List.of("DROP DATABASE IF EXISTS " + name);
    }

    @Override
    boolean empty(String name) throws SQLException {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            boolean isUsed = !isDropped(statement, name);
            if (isUsed) {
                for (String session : sessions(statement, name)) {
                    statement.execute("KILL " + session);
                }
                statement.execute("SET lock_wait_timeout = 30");
                statement.execute(drop(name).get(0));
            }
            statement.execute(create(name).get(0));
            return isUsed;
        }
    }

    /** A transaction that is still open keeps what it has used. */
    private boolean isDropped(Statement statement, String name) throws SQLException {
        statement.execute("SET lock_wait_timeout = 1");
        try {
            statement.execute(drop(name).get(0));
            return true;
        } catch (SQLException failed) {
            if (failed.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return false;
            }
            throw failed;
        }
    }

    private static List<String> sessions(Statement statement, String name) throws SQLException {
        List<String> sessions = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(SESSIONS.formatted(name))) {
            while (rows.next()) {
                sessions.add(rows.getString(1));
            }
        }
        return sessions;
    }

    /** Who was in a database that was dropped is in none. */
    @Override
    void enter(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + name);
        }
    }

    @Override
    void forget(Connection connection) throws SQLException {
        connection.unwrap(org.mariadb.jdbc.Connection.class).reset();
    }
}
