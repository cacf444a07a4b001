package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.JdbcCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Ints out of a column that may hold 64 bits under any name: the driver would cut off the upper half. */
final class SqliteIntCodec implements JdbcCodec<Integer> {
    @Override
    public void bind(PreparedStatement statement, int index, Integer value) throws SQLException {
        statement.setInt(index, value);
    }

    @Override
    public int jdbcType() {
        return Types.INTEGER;
    }

    @Override
    public @Nullable Integer read(ResultSet rows, int column) throws SQLException {
        int value = readInt(rows, column);
        return value == 0 && rows.wasNull() ? null : Integer.valueOf(value);
    }

    @Override
    public int readInt(ResultSet rows, int column) throws SQLException {
        return (int) within(rows.getLong(column), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long readLong(ResultSet rows, int column) throws SQLException {
        return readInt(rows, column);
    }

    static @Nullable Short readShort(ResultSet rows, int column) throws SQLException {
        short value = (short) within(rows.getLong(column), Short.MIN_VALUE, Short.MAX_VALUE);
        return value == 0 && rows.wasNull() ? null : Short.valueOf(value);
    }

    private static long within(long value, long least, long greatest) {
        if (value < least || value > greatest) {
            throw SqliteCodecs.data(
                    "The database holds [%d], which the column's type does not; map it as BIGINT".formatted(value),
                    null);
        }
        return value;
    }
}
