package io.athanor.engine.dialect;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.DomainType;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of a dialect, chosen by {@link io.athanor.sql.type.StorageKind}. This class serves drivers that take
 * {@code java.time} values and UUIDs as objects; a dialect overrides {@link #standard} for the kinds that its driver
 * treats otherwise. Thread-safe.
 *
 * @since 0.1.0
 */
public class JdbcCodecs {
    private final ConcurrentMap<SqlType<?>, JdbcCodec<?>> standard = new ConcurrentHashMap<>();
    private final JdbcCodec<Object> other = new ObjectCodec(this);

    /** Create the codecs. */
    public JdbcCodecs() {}

    /**
     * Return the codec of a type.
     *
     * @param type the type, already the one of this dialect
     * @param <T> its Java type
     * @return the codec, never {@code null}
     * @throws io.athanor.sql.error.ArgumentException if the database cannot hold values of the type
     */
    @SuppressWarnings("unchecked") // a codec is kept by the type that it was made for
    public final <T> JdbcCodec<T> codec(SqlType<T> type) {
        if (type instanceof StandardType<?> plain) {
            JdbcCodec<?> known = standard.get(type);
            return (JdbcCodec<T>) (known != null ? known : standard.computeIfAbsent(type, any -> standard(plain)));
        }
        if (type instanceof ConvertedType<?, ?> converted) {
            return (JdbcCodec<T>) converting(converted);
        }
        if (type instanceof EnumType<?> names) {
            return (JdbcCodec<T>) enumeration(names);
        }
        if (type instanceof DomainType<?> domain) {
            return (JdbcCodec<T>) codec(domain.base());
        }
        if (type instanceof ArrayType<?> array) {
            return (JdbcCodec<T>) array(array);
        }
        return (JdbcCodec<T>) other;
    }

    private <E> JdbcCodec<List<E>> array(ArrayType<E> type) {
        String name = arrayElement(type.element());
        if (name == null) {
            throw new ArgumentException(
                    "Values of type [%s] cannot be carried by this dialect; store JSON".formatted(type));
        }
        return new ArrayCodec<>(type, codec(type.element()), name);
    }

    /**
     * Return what the driver calls the type of an array's elements.
     *
     * @param element the type of the elements, perhaps an array itself
     * @return the name for {@link java.sql.Connection#createArrayOf}, or {@code null} if the database has no such arrays
     */
    protected @Nullable String arrayElement(SqlType<?> element) {
        return null;
    }

    private <V, S> JdbcCodec<V> converting(ConvertedType<V, S> type) {
        return new ConvertedCodec<>(type, codec(type.stored()));
    }

    /**
     * Make the codec of an enum, whose constants are stored by name.
     *
     * @param type the type
     * @param <E> the Java type of its constants
     * @return its codec, never {@code null}
     */
    protected <E> JdbcCodec<E> enumeration(EnumType<E> type) {
        return Codec.of(
                Types.VARCHAR,
                (statement, index, value) -> statement.setString(index, type.nameOf(value)),
                (rows, column) -> {
                    String name = rows.getString(column);
                    return name == null ? null : type.constant(name);
                });
    }

    /**
     * Make the codec of a standard type.
     *
     * @param type the type
     * @return its codec, never {@code null}
     */
    protected JdbcCodec<?> standard(StandardType<?> type) {
        return switch (type.kind()) {
            case SMALLINT -> NumberCodecs.SHORT;
            case INTEGER -> NumberCodecs.INT;
            case BIGINT -> NumberCodecs.LONG;
            case FLOAT -> NumberCodecs.FLOAT;
            case DOUBLE -> NumberCodecs.DOUBLE;
            case NUMERIC -> NumberCodecs.DECIMAL;
            case STRING, TEXT -> Codec.TEXT;
            case BOOLEAN -> NumberCodecs.BOOLEAN;
            case DATE -> Codec.object(Types.DATE, LocalDate.class);
            case TIME -> Codec.object(Types.TIME, LocalTime.class);
            case TIMESTAMP -> Codec.object(Types.TIMESTAMP, LocalDateTime.class);
            case OFFSET_TIME -> Codec.object(Types.TIME_WITH_TIMEZONE, OffsetTime.class);
            case OFFSET_TIMESTAMP -> Codec.object(Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class);
            case INSTANT -> instant();
            case DURATION -> Codec.DURATION;
            case BYTES -> Codec.BYTES;
            case UUID -> Codec.object(Types.OTHER, UUID.class);
            case JSON -> Codec.JSON;
            case ARRAY, ENUM, CONVERTED, OTHER -> other;
        };
    }

    private static JdbcCodec<Instant> instant() {
        return Codec.of(
                Types.TIMESTAMP_WITH_TIMEZONE,
                (statement, index, value) -> statement.setObject(index, value.atOffset(ZoneOffset.UTC)),
                (rows, column) -> {
                    OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
                    return value == null ? null : value.toInstant();
                });
    }
}
