package io.athanor.dialect.mariadb;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Floating-point numbers; the driver would write NaN and infinity as words that the server takes for names of columns. */
final class FiniteCodec implements JdbcCodec<Double> {
    @Override
    public void bind(PreparedStatement statement, int index, Double value) throws SQLException {
        statement.setDouble(index, Codec.finite(value));
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
