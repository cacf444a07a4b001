package io.athanor.engine.dialect;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Codecs of numbers and booleans, whose primitive reads make no objects. */
final class NumberCodecs {
    static final JdbcCodec<Short> SHORT = Codec.of(Types.SMALLINT, PreparedStatement::setShort, (rows, column) -> {
        short value = rows.getShort(column);
        return rows.wasNull() ? null : value;
    });
    static final JdbcCodec<Integer> INT = new IntCodec();
    static final JdbcCodec<Long> LONG = new LongCodec();
    static final JdbcCodec<Float> FLOAT = Codec.of(Types.REAL, PreparedStatement::setFloat, (rows, column) -> {
        float value = rows.getFloat(column);
        return rows.wasNull() ? null : value;
    });
    static final JdbcCodec<Double> DOUBLE = new DoubleCodec();
    static final JdbcCodec<BigDecimal> DECIMAL =
            Codec.of(Types.NUMERIC, PreparedStatement::setBigDecimal, ResultSet::getBigDecimal);
    static final JdbcCodec<Boolean> BOOLEAN = new BooleanCodec();

    private NumberCodecs() {}

    private static final class IntCodec implements JdbcCodec<Integer> {
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
            int value = rows.getInt(column);
            return value == 0 && rows.wasNull() ? null : Integer.valueOf(value);
        }

        @Override
        public int readInt(ResultSet rows, int column) throws SQLException {
            return rows.getInt(column);
        }

        @Override
        public long readLong(ResultSet rows, int column) throws SQLException {
            return rows.getInt(column);
        }
    }

    private static final class LongCodec implements JdbcCodec<Long> {
        @Override
        public void bind(PreparedStatement statement, int index, Long value) throws SQLException {
            statement.setLong(index, value);
        }

        @Override
        public int jdbcType() {
            return Types.BIGINT;
        }

        @Override
        public @Nullable Long read(ResultSet rows, int column) throws SQLException {
            long value = rows.getLong(column);
            return value == 0 && rows.wasNull() ? null : Long.valueOf(value);
        }

        @Override
        public int readInt(ResultSet rows, int column) throws SQLException {
            return Math.toIntExact(rows.getLong(column));
        }

        @Override
        public long readLong(ResultSet rows, int column) throws SQLException {
            return rows.getLong(column);
        }
    }

    private static final class DoubleCodec implements JdbcCodec<Double> {
        @Override
        public void bind(PreparedStatement statement, int index, Double value) throws SQLException {
            statement.setDouble(index, value);
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

    private static final class BooleanCodec implements JdbcCodec<Boolean> {
        @Override
        public void bind(PreparedStatement statement, int index, Boolean value) throws SQLException {
            statement.setBoolean(index, value);
        }

        @Override
        public int jdbcType() {
            return Types.BOOLEAN;
        }

        @Override
        public @Nullable Boolean read(ResultSet rows, int column) throws SQLException {
            boolean value = rows.getBoolean(column);
            return !value && rows.wasNull() ? null : Boolean.valueOf(value);
        }

        @Override
        public boolean readBoolean(ResultSet rows, int column) throws SQLException {
            return rows.getBoolean(column);
        }
    }
}
