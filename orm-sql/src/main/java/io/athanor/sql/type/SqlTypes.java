package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types to choose from. All are immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class SqlTypes {
    /** 16 bits. */
    public static final SqlType<Short> SMALLINT = new StandardType<>(Short.class, StorageKind.SMALLINT);
    /** 32 bits. */
    public static final SqlType<Integer> INTEGER = new StandardType<>(Integer.class, StorageKind.INTEGER);
    /** 64 bits. */
    public static final SqlType<Long> BIGINT = new StandardType<>(Long.class, StorageKind.BIGINT);
    /** A character string without a stated length. */
    public static final SqlType<String> STRING = new StandardType<>(String.class, StorageKind.STRING);
    /** A character string of any length. */
    public static final SqlType<String> TEXT = new StandardType<>(String.class, StorageKind.TEXT);
    /** True or false. */
    public static final SqlType<Boolean> BOOLEAN = new StandardType<>(Boolean.class, StorageKind.BOOLEAN);
    /** Single precision. */
    public static final SqlType<Float> FLOAT = new StandardType<>(Float.class, StorageKind.FLOAT);
    /** Double precision. */
    public static final SqlType<Double> DOUBLE = new StandardType<>(Double.class, StorageKind.DOUBLE);
    /** An exact decimal without a stated precision. */
    public static final SqlType<BigDecimal> NUMERIC = new StandardType<>(BigDecimal.class, StorageKind.NUMERIC);
    /** A date. */
    public static final SqlType<LocalDate> DATE = new StandardType<>(LocalDate.class, StorageKind.DATE);
    /** A time of day. */
    public static final SqlType<LocalTime> TIME = new StandardType<>(LocalTime.class, StorageKind.TIME);
    /** Date and time without a zone. */
    public static final SqlType<LocalDateTime> TIMESTAMP =
            new StandardType<>(LocalDateTime.class, StorageKind.TIMESTAMP);
    /** Date and time with an offset. */
    public static final SqlType<OffsetDateTime> OFFSET_TIMESTAMP =
            new StandardType<>(OffsetDateTime.class, StorageKind.OFFSET_TIMESTAMP);
    /** A point on the time line. */
    public static final SqlType<Instant> INSTANT = new StandardType<>(Instant.class, StorageKind.INSTANT);
    /** A length of time. */
    public static final SqlType<Duration> DURATION = new StandardType<>(Duration.class, StorageKind.DURATION);
    /** Bytes. */
    public static final SqlType<byte[]> BYTES = new StandardType<>(byte[].class, StorageKind.BYTES);
    /** A universally unique identifier. */
    public static final SqlType<java.util.UUID> UUID = new StandardType<>(java.util.UUID.class, StorageKind.UUID);
    /** A value whose type is not known, as a driver hands it out. */
    public static final SqlType<Object> OTHER = new StandardType<>(Object.class, StorageKind.OTHER);

    private static final Map<Class<?>, SqlType<?>> BY_CLASS = new HashMap<>();

    static {
        for (SqlType<?> type : new SqlType<?>[] {
            SMALLINT,
            INTEGER,
            BIGINT,
            STRING,
            BOOLEAN,
            FLOAT,
            DOUBLE,
            NUMERIC,
            DATE,
            TIME,
            TIMESTAMP,
            OFFSET_TIMESTAMP,
            INSTANT,
            DURATION,
            BYTES,
            UUID
        }) {
            BY_CLASS.put(type.javaType(), type);
        }
    }

    private SqlTypes() {}

    /**
     * Return a character string type of a maximal length.
     *
     * @param length characters, at least 1
     * @return the type
     * @throws ArgumentException if the length is not positive
     */
    public static SqlType<String> string(int length) {
        if (length < 1) {
            throw new ArgumentException("String length [%d] is not positive; use STRING for none".formatted(length));
        }
        return new StandardType<>(String.class, StorageKind.STRING, length, StandardType.UNSPECIFIED);
    }

    /**
     * Return an exact decimal type.
     *
     * @param precision digits in all, at least 1
     * @param scale digits after the point, from 0 to the precision
     * @return the type
     * @throws ArgumentException if precision or scale are out of range
     */
    public static SqlType<BigDecimal> numeric(int precision, int scale) {
        if (precision < 1 || scale < 0 || scale > precision) {
            throw new ArgumentException(
                    "Numeric precision [%d] and scale [%d] are out of range; the precision is at least 1, the scale from 0 to the precision"
                            .formatted(precision, scale));
        }
        return new StandardType<>(BigDecimal.class, StorageKind.NUMERIC, precision, scale);
    }

    /**
     * Return the type of an enum, stored by the names of its constants.
     *
     * @param type the enum's class
     * @param <E> the enum
     * @return the type
     */
    public static <E extends Enum<E>> SqlType<E> enumOf(Class<E> type) {
        return new EnumType<>(type);
    }

    /**
     * Return the type that holds values of a class.
     *
     * @param javaType a boxed class, {@code String}, {@code byte[]}, a {@code java.time} class, {@code UUID}, an enum
     * @param <T> the class
     * @return the type, or {@code null} if no type holds values of this class by itself
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <T> @Nullable SqlType<T> find(Class<T> javaType) {
        if (javaType.isEnum()) {
            return (SqlType<T>) new EnumType(javaType);
        }
        return (SqlType<T>) BY_CLASS.get(javaType);
    }
}
