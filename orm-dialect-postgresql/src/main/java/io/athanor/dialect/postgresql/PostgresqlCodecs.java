package io.athanor.dialect.postgresql;

import io.athanor.engine.dialect.Codec;
import io.athanor.engine.dialect.JdbcCodec;
import io.athanor.engine.dialect.JdbcCodecs;
import io.athanor.engine.dialect.Microseconds;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the server has a type of its own for goes as text of no type, so that it becomes what its place wants. Times are rounded
 * to microseconds before the driver sees them.
 */
final class PostgresqlCodecs extends JdbcCodecs {
    /** Other names are of types that text is no value of. */
    private static final Set<String> TEXT_NAMES =
            Set.of("TEXT", "VARCHAR", "CHAR", "NVARCHAR", "NCHAR", "CHARACTER", "CHARACTER VARYING", "CLOB");

    private static final JdbcCodec<String> UNTYPED = Codec.of(
            Types.OTHER,
            (statement, index, value) -> statement.setObject(index, Codec.withoutNul(value), Types.OTHER),
            (rows, column) -> rows.getString(column));
    private static final JdbcCodec<Json> JSON = Codec.of(
            Types.OTHER, (statement, index, value) -> UNTYPED.bind(statement, index, value.text()), (rows, column) -> {
                String text = rows.getString(column);
                return text == null ? null : Json.parse(text);
            });
    private static final JdbcCodec<Duration> INTERVAL = Codec.of(
            Types.OTHER,
            (statement, index, value) -> NamedValues.bind(
                    statement, index, "interval", Microseconds.of(value).toString()),
            (rows, column) -> {
                Object interval = rows.getObject(column);
                return interval == null ? null : Intervals.duration(interval.toString());
            });
    private static final JdbcCodec<Instant> INSTANT = Codec.of(
            Types.TIMESTAMP_WITH_TIMEZONE,
            (statement, index, value) ->
                    statement.setObject(index, Microseconds.of(value).atOffset(ZoneOffset.UTC)),
            (rows, column) -> {
                OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
                return value == null ? null : value.toInstant();
            });

    /** A driver does not drop an offset; {@code now()} has one. */
    private static final String OTHER_TYPE = "42821";

    private static final JdbcCodec<LocalTime> TIME = Codec.of(
            Types.TIME,
            (statement, index, value) -> statement.setObject(index, Microseconds.of(value)),
            (rows, column) -> local(rows, column, LocalTime.class, OffsetTime.class, OffsetTime::toLocalTime));
    private static final JdbcCodec<LocalDateTime> TIMESTAMP = Codec.of(
            Types.TIMESTAMP,
            (statement, index, value) -> statement.setObject(index, Microseconds.of(value)),
            (rows, column) -> local(
                    rows,
                    column,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    moment -> moment.atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime()));

    /** Read a time that has an offset, against expectation, as that of the session, whose zone the driver sets to the JVM's. */
    private static <T, O> @Nullable T local(
            ResultSet rows, int column, Class<T> type, Class<O> withOffset, Function<O, T> conversion)
            throws SQLException {
        try {
            return rows.getObject(column, type);
        } catch (SQLException failed) {
            if (!OTHER_TYPE.equals(failed.getSQLState())) {
                throw failed;
            }
            O value = rows.getObject(column, withOffset);
            return value == null ? null : conversion.apply(value);
        }
    }

    @Override
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            case STRING, TEXT -> isText(type) ? Codec.TEXT_WITHOUT_NUL : UNTYPED;
            case JSON -> JSON;
            case DURATION -> INTERVAL;
            case TIME -> TIME;
            case TIMESTAMP -> TIMESTAMP;
            case OFFSET_TIME -> rounded(Types.TIME_WITH_TIMEZONE, OffsetTime.class, Microseconds::of);
            case OFFSET_TIMESTAMP -> rounded(Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class, Microseconds::of);
            case INSTANT -> INSTANT;
            default -> super.standard(type);
        };
    }

    private static boolean isText(StandardType<?> type) {
        return type.name() == null || TEXT_NAMES.contains(type.name().toUpperCase(Locale.ROOT));
    }

    private static <T> JdbcCodec<T> rounded(int jdbcType, Class<T> type, UnaryOperator<T> rounding) {
        return Codec.of(
                jdbcType,
                (statement, index, value) -> statement.setObject(index, rounding.apply(value)),
                (rows, column) -> rows.getObject(column, type));
    }

    @Override
    protected <E> JdbcCodec<E> enumeration(EnumType<E> type) {
        if (!type.isNative()) {
            return super.enumeration(type);
        }
        return Codec.of(
                Types.OTHER,
                (statement, index, value) -> UNTYPED.bind(statement, index, type.nameOf(value)),
                (rows, column) -> {
                    String name = rows.getString(column);
                    return name == null ? null : type.constant(name);
                });
    }

    @Override
    protected @Nullable String arrayElement(SqlType<?> element) {
        if (element instanceof ArrayType<?> inner) {
            return arrayElement(inner.element());
        } else if (element instanceof ConvertedType<?, ?> converted) {
            return arrayElement(converted.stored());
        } else if (element instanceof EnumType<?> names) {
            return names.isNative() ? names.name() : "varchar";
        }
        return switch (element.kind()) {
            case SMALLINT -> "int2";
            case INTEGER -> "int4";
            case BIGINT -> "int8";
            case FLOAT -> "float4";
            case DOUBLE -> "float8";
            case NUMERIC -> "numeric";
            case STRING, TEXT -> textName(element);
            case BOOLEAN -> "bool";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case OFFSET_TIME -> "timetz";
            case OFFSET_TIMESTAMP, INSTANT -> "timestamptz";
            case BYTES -> "bytea";
            case UUID -> "uuid";
            case JSON -> element instanceof StandardType<?> json && "JSONB".equals(json.name()) ? "jsonb" : "json";
            case DURATION, ARRAY, ENUM, CONVERTED, OTHER -> null;
        };
    }

    private static String textName(SqlType<?> element) {
        boolean isOwn = element instanceof StandardType<?> type && !isText(type);
        return isOwn
                ? Objects.requireNonNull(((StandardType<?>) element).name()).toLowerCase(Locale.ROOT)
                : "text";
    }
}
