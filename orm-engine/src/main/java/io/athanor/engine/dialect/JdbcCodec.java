package io.athanor.engine.dialect;

import io.athanor.sql.error.ArgumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Carries values of one type between Java and a driver. Stateless or immutable, and thread-safe. The methods for
 * primitives exist so that reading them makes no objects; after one of them {@link ResultSet#wasNull} tells NULL.
 *
 * @param <T> the Java type
 * @since 0.1.0
 */
public interface JdbcCodec<T> {
    /**
     * Bind a value.
     *
     * @param statement the statement
     * @param index the place, from 1
     * @param value never {@code null}
     * @throws SQLException what the driver throws
     * @throws io.athanor.engine.error.DataException if the database would store something else
     */
    void bind(PreparedStatement statement, int index, T value) throws SQLException;

    /**
     * Return the type by which NULL is bound.
     *
     * @return a constant of {@link java.sql.Types}
     */
    int jdbcType();

    /**
     * Read a value.
     *
     * @param rows the rows, at the one to read
     * @param column the column, from 1
     * @return the value, or {@code null} for NULL
     * @throws SQLException what the driver throws
     */
    @Nullable T read(ResultSet rows, int column) throws SQLException;

    /**
     * Bind a value or NULL.
     *
     * @param statement the statement
     * @param index the place, from 1
     * @param value the value, or {@code null}
     * @throws SQLException what the driver throws
     */
    default void bindNullable(PreparedStatement statement, int index, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(index, jdbcType());
        } else {
            bind(statement, index, value);
        }
    }

    /**
     * Read an {@code int}.
     *
     * @param rows the rows, at the one to read
     * @param column the column, from 1
     * @return the value; 0 for NULL
     * @throws SQLException what the driver throws
     */
    default int readInt(ResultSet rows, int column) throws SQLException {
        T value = read(rows, column);
        return value == null ? 0 : number(value).intValue();
    }

    /**
     * Read a {@code long}.
     *
     * @param rows the rows, at the one to read
     * @param column the column, from 1
     * @return the value; 0 for NULL
     * @throws SQLException what the driver throws
     */
    default long readLong(ResultSet rows, int column) throws SQLException {
        T value = read(rows, column);
        return value == null ? 0 : number(value).longValue();
    }

    /**
     * Read a {@code double}.
     *
     * @param rows the rows, at the one to read
     * @param column the column, from 1
     * @return the value; 0 for NULL
     * @throws SQLException what the driver throws
     */
    default double readDouble(ResultSet rows, int column) throws SQLException {
        T value = read(rows, column);
        return value == null ? 0 : number(value).doubleValue();
    }

    /**
     * Read a {@code boolean}.
     *
     * @param rows the rows, at the one to read
     * @param column the column, from 1
     * @return the value; false for NULL
     * @throws SQLException what the driver throws
     */
    default boolean readBoolean(ResultSet rows, int column) throws SQLException {
        T value = read(rows, column);
        if (value == null || value instanceof Boolean) {
            return value != null && (Boolean) value;
        }
        throw new ArgumentException("A value of type [%s] is no boolean; read it as an object"
                .formatted(value.getClass().getName()));
    }

    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new ArgumentException("A value of type [%s] is no number; read it as an object"
                .formatted(value.getClass().getName()));
    }
}
