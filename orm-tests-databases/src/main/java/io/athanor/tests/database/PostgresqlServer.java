package io.athanor.tests.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's way to make and empty a database. */
final class PostgresqlServer extends Server {
    private static final String OWN_SCHEMAS =
            "SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'";
    private static final String PREPARED = "SELECT gid FROM pg_prepared_xacts WHERE database = current_database()";
    private static final String OTHERS =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid() AND state <> 'idle'";

    PostgresqlServer(ServerAddress address) {
        super("postgresql", address);
    }

    /** Other than its server's, which may be any, the collation is that of the characters' numbers. */
    @Override
    List<String> create(String name) {
        return List.of("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
    }

    @Override
    List<String> drop(String name) {
        return List.of("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    @Override
    boolean empty(String name) throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            for (String transaction : texts(statement, PREPARED)) {
                statement.execute("ROLLBACK PREPARED '" + transaction.replace("'", "''") + "'");
            }
            // What a test left open would keep its tables from being dropped.
            statement.execute(OTHERS);
            for (String schema : texts(statement, OWN_SCHEMAS)) {
                statement.execute("DROP SCHEMA " + schema + " CASCADE");
            }
            statement.execute("CREATE SCHEMA public");
            return false;
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    void enter(Connection connection, String name) {}

    @Override
    void forget(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DISCARD ALL");
        }
    }
}
