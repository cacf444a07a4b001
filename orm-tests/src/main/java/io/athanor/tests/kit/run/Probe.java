package io.athanor.tests.kit.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A way to find out whether a database can do something: statements that all succeed only if it can. */
final class Probe {
    private final List<String> statements;
    private final String question;
    private final List<String> cleanUp = new ArrayList<>();
    private final Check check;

    private Probe(List<String> statements, String question, Check check) {
        this.statements = statements;
        this.question = question;
        this.check = check;
    }

    /** What is looked at besides that the statements succeed. */
    interface Check {
        boolean holds(Connection connection) throws SQLException;
    }

    static Probe sql(String... statements) {
        return new Probe(List.of(statements), "", connection -> true);
    }

    static Probe check(String name, Check check) {
        return new Probe(List.of(), name, check);
    }

    /** A query whose first value, as text, must be this. */
    static Probe yields(String expected, String query, String... before) {
        return new Probe(
                List.of(before),
                query + " yields " + expected,
                connection -> expected.equals(first(connection, query)));
    }

    /** What to undo if it did work. */
    Probe undo(String... sql) {
        cleanUp.addAll(List.of(sql));
        return this;
    }

    boolean works(Connection connection) throws SQLException {
        try {
            for (String sql : statements) {
                run(connection, sql);
            }
            return check.holds(connection);
        } catch (SQLException | RuntimeException refused) {
            return false;
        } finally {
            connection.setAutoCommit(true);
            for (String sql : cleanUp) {
                attempt(connection, sql);
            }
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }

    static String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static void attempt(Connection connection, String sql) {
        try {
            run(connection, sql);
        } catch (SQLException absent) {
            // There was nothing to undo.
            assert absent != null;
        }
    }

    @Override
    public String toString() {
        List<String> all = new ArrayList<>(statements);
        if (!question.isEmpty()) {
            all.add(question);
        }
        return String.join("; ", all);
    }
}
