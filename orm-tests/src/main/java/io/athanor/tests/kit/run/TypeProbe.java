package io.athanor.tests.kit.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A column of a type that has to give back the very object that it was given. */
record TypeProbe(Connection connection, String name) {
    static boolean hasBoolean(Connection connection) throws SQLException {
        TypeProbe type = TypeProbe.of(connection, "BOOLEAN");
        return type.keeps(Boolean.TRUE) && !type.keepsSeven();
    }

    /** Where a truth value is a small number, it may be any. */
    private boolean keepsSeven() throws SQLException {
        Probe.run(connection, "CREATE TABLE p_type (v " + name + ")");
        try {
            Probe.run(connection, "INSERT INTO p_type VALUES (7)");
            return Probe.first(connection, "SELECT CAST(v AS CHAR(5)) FROM p_type")
                    .startsWith("7");
        } catch (SQLException refused) {
            return false;
        } finally {
            Probe.run(connection, "DROP TABLE p_type");
        }
    }

    static boolean hasUuid(Connection connection) throws SQLException {
        TypeProbe type = TypeProbe.of(connection, "UUID");
        return type.keeps(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
    }

    static boolean keepsOffsets(Connection connection) throws SQLException {
        return TypeProbe.of(connection, "TIMESTAMP WITH TIME ZONE")
                .keeps(OffsetDateTime.parse("2024-01-02T03:04:05+05:30"));
    }

    static boolean keepsInfinity(Connection connection) throws SQLException {
        return TypeProbe.of(connection, "DOUBLE PRECISION").keeps(Double.POSITIVE_INFINITY);
    }

    static TypeProbe of(Connection connection, String name) {
        return new TypeProbe(connection, name);
    }

    boolean keeps(Object value) throws SQLException {
        Probe.run(connection, "CREATE TABLE p_type (v " + name + ")");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO p_type VALUES (?)")) {
            insert.setObject(1, value);
            insert.executeUpdate();
            try (Statement select = connection.createStatement();
                    ResultSet rows = select.executeQuery("SELECT v FROM p_type")) {
                return rows.next()
                        && value.equals(rows.getObject(1, value.getClass()))
                        && rows.getObject(1) != null
                        && !(rows.getObject(1) instanceof Integer);
            }
        } finally {
            Probe.run(connection, "DROP TABLE p_type");
        }
    }
}
