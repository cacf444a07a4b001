package io.athanor.engine.dialect;

import io.athanor.engine.error.ErrorKind;
import io.athanor.sql.type.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A codec made of two functions, and those that every database shares.
 *
 * @param <T> the Java type
 * @since 0.1.0
 */
public final class Codec<T> implements JdbcCodec<T> {
    /** Character strings; refuses half characters, which databases replace by something else. */
    public static final JdbcCodec<String> TEXT = of(
            Types.VARCHAR,
            (statement, index, value) -> statement.setString(index, Texts.whole(value)),
            ResultSet::getString);
    /** Character strings; refuses NUL too, for databases that end a text with it. */
    public static final JdbcCodec<String> TEXT_WITHOUT_NUL = of(
            Types.VARCHAR,
            (statement, index, value) -> statement.setString(index, withoutNul(value)),
            ResultSet::getString);
    /** Bytes. */
    public static final JdbcCodec<byte[]> BYTES = of(Types.VARBINARY, PreparedStatement::setBytes, ResultSet::getBytes);
    /** JSON, as its text. */
    public static final JdbcCodec<Json> JSON = of(
            Types.VARCHAR,
            (statement, index, value) -> statement.setString(index, Texts.whole(value.text())),
            (rows, column) -> {
                String text = rows.getString(column);
                return text == null ? null : Json.parse(text);
            });
    /** Lengths of time, as a number of nanoseconds. */
    public static final JdbcCodec<Duration> DURATION =
            of(Types.BIGINT, (statement, index, value) -> statement.setLong(index, nanosOf(value)), (rows, column) -> {
                long nanos = rows.getLong(column);
                return rows.wasNull() ? null : Duration.ofNanos(nanos);
            });

    private final int jdbcType;
    private final Binder<T> binder;
    private final Reader<T> reader;

    private Codec(int jdbcType, Binder<T> binder, Reader<T> reader) {
        this.jdbcType = jdbcType;
        this.binder = binder;
        this.reader = reader;
    }

    /**
     * Create a codec.
     *
     * @param jdbcType the type by which NULL is bound, of {@link Types}
     * @param binder binds a value
     * @param reader reads a value or null
     * @param <T> the Java type
     * @return the codec
     */
    public static <T> JdbcCodec<T> of(int jdbcType, Binder<T> binder, Reader<T> reader) {
        return new Codec<>(jdbcType, binder, reader);
    }

    /**
     * Create the codec of a class that the driver knows.
     *
     * @param jdbcType the type by which NULL is bound, of {@link Types}
     * @param type the class
     * @param <T> the class
     * @return the codec
     */
    public static <T> JdbcCodec<T> object(int jdbcType, Class<T> type) {
        return of(jdbcType, PreparedStatement::setObject, (rows, column) -> rows.getObject(column, type));
    }

    /**
     * Return a text if a database without NUL can keep it as it is.
     *
     * @param text the text
     * @return the same text
     * @throws io.athanor.engine.error.DataException if it has NUL, or half of a character
     */
    public static String withoutNul(String text) {
        return Texts.withoutNul(text);
    }

    /**
     * Return a number if a database without NaN and infinity can keep it as it is.
     *
     * @param value the number
     * @return the same number
     * @throws io.athanor.engine.error.DataException if it is not finite
     */
    public static double finite(double value) {
        if (Double.isFinite(value)) {
            return value;
        }
        throw ErrorKind.DATA.exception(
                "The database has no number [%s]; store null instead".formatted(value), null, null, null, null);
    }

    private static long nanosOf(Duration value) {
        try {
            return value.toNanos();
        } catch (ArithmeticException overflow) {
            throw ErrorKind.DATA.exception(
                    "Duration [%s] is longer than 64 bits of nanoseconds hold".formatted(value),
                    null,
                    null,
                    null,
                    overflow);
        }
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        binder.bind(statement, index, value);
    }

    @Override
    public int jdbcType() {
        return jdbcType;
    }

    @Override
    public @Nullable T read(ResultSet rows, int column) throws SQLException {
        return reader.read(rows, column);
    }

    /**
     * Binds a value.
     *
     * @param <T> the Java type
     */
    @FunctionalInterface
    public interface Binder<T> {
        /**
         * Bind a value.
         *
         * @param statement the statement
         * @param index the place, from 1
         * @param value never {@code null}
         * @throws SQLException what the driver throws
         */
        void bind(PreparedStatement statement, int index, T value) throws SQLException;
    }

    /**
     * Reads a value.
     *
     * @param <T> the Java type
     */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Read a value.
         *
         * @param rows the rows, at the one to read
         * @param column the column, from 1
         * @return the value, or {@code null} for NULL
         * @throws SQLException what the driver throws
         */
        @Nullable T read(ResultSet rows, int column) throws SQLException;
    }
}
