package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.JdbcCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Doubles without NaN; primitive reads make no objects. */
final class SqliteDoubleCodec implements JdbcCodec<Double> {
    @Override
    public void bind(PreparedStatement statement, int index, Double value) throws SQLException {
        statement.setDouble(index, SqliteCodecs.finite(value));
    }

    @Override
    public int jdbcType() {
        return Types.DOUBLE;
    }

    @Override
    public @Nullable Double read(ResultSet rows, int column) throws SQLException {
        double value = rows.getDouble(column);
        return value == 0 && rows.wasNull() ? null : Double.valueOf(value);
    }

    @Override
    public double readDouble(ResultSet rows, int column) throws SQLException {
        return rows.getDouble(column);
    }
}
