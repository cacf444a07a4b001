package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.HashMap;
import java.util.List;
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
    /** A time of day with an offset. */
    public static final SqlType<OffsetTime> OFFSET_TIME = new StandardType<>(OffsetTime.class, StorageKind.OFFSET_TIME);
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
    /** A universally unique identifier, stored as 32 hexadecimal digits on every database. */
    public static final SqlType<java.util.UUID> UUID_TEXT = new UuidText();
    /** JSON. */
    public static final SqlType<Json> JSON = new StandardType<>(Json.class, StorageKind.JSON);
    /** {@code REAL}: single precision under this name on every database. */
    public static final SqlType<Float> REAL = StandardType.of(FLOAT).withName("REAL");
    /** {@code DOUBLE PRECISION}: double precision under this name on every database. */
    public static final SqlType<Double> DOUBLE_PRECISION =
            StandardType.of(DOUBLE).withName("DOUBLE PRECISION");
    /** {@code CLOB}: a long character string under this name on every database. */
    public static final SqlType<String> CLOB = StandardType.of(TEXT).withName("CLOB");
    /** {@code BLOB}: bytes under this name on every database. */
    public static final SqlType<byte[]> BLOB = StandardType.of(BYTES).withName("BLOB");
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
            OFFSET_TIME,
            OFFSET_TIMESTAMP,
            INSTANT,
            DURATION,
            BYTES,
            UUID,
            JSON
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
     * Return a character string type that is filled up with blanks, {@code CHAR}.
     *
     * @param length characters, at least 1
     * @return the type
     * @throws ArgumentException if the length is not positive
     */
    public static SqlType<String> character(int length) {
        return StandardType.of(string(length)).withName("CHAR");
    }

    /**
     * Return {@code NCHAR}, a character string type of a national character set, filled up with blanks.
     *
     * @param length characters, at least 1
     * @return the type
     * @throws ArgumentException if the length is not positive
     */
    public static SqlType<String> nationalCharacter(int length) {
        return StandardType.of(string(length)).withName("NCHAR");
    }

    /**
     * Return {@code NVARCHAR}, a character string type of a national character set.
     *
     * @param length characters, at least 1
     * @return the type
     * @throws ArgumentException if the length is not positive
     */
    public static SqlType<String> nationalString(int length) {
        return StandardType.of(string(length)).withName("NVARCHAR");
    }

    /**
     * Return a type with a collation.
     *
     * @param type a string type of this class
     * @param collation the collation's name, as the database has it
     * @return the type
     * @throws ArgumentException if the type is a variant or a user's own
     */
    public static SqlType<String> collated(SqlType<String> type, String collation) {
        return StandardType.of(type).withCollation(collation);
    }

    /**
     * Return {@code BINARY}, bytes of a fixed length.
     *
     * @param length bytes
     * @return the type
     */
    public static SqlType<byte[]> binary(int length) {
        return StandardType.of(BYTES).withName("BINARY").withSize(length);
    }

    /**
     * Return {@code VARBINARY}, bytes of a maximal length.
     *
     * @param length bytes
     * @return the type
     */
    public static SqlType<byte[]> varbinary(int length) {
        return StandardType.of(BYTES).withName("VARBINARY").withSize(length);
    }

    /**
     * Return a floating-point type of a precision, where the database can be told it.
     *
     * @param digits binary digits
     * @return the type
     */
    public static SqlType<Double> floating(int digits) {
        return StandardType.of(DOUBLE).withSize(digits);
    }

    /**
     * Return an exact decimal type of integers.
     *
     * @param precision digits, at least 1
     * @return the type
     * @throws ArgumentException if the precision is out of range
     */
    public static SqlType<BigDecimal> numeric(int precision) {
        return StandardType.of(NUMERIC).withPrecision(precision, 0).withSize(precision);
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
        return StandardType.of(NUMERIC).withPrecision(precision, scale);
    }

    /**
     * Return {@code DECIMAL}: an exact decimal type under this name on every database.
     *
     * @param precision digits in all, at least 1
     * @param scale digits after the point, from 0 to the precision
     * @return the type
     * @throws ArgumentException if precision or scale are out of range
     */
    public static SqlType<BigDecimal> decimal(int precision, int scale) {
        return StandardType.of(numeric(precision, scale)).withName("DECIMAL");
    }

    /**
     * Return the type of decimals that are stored as text: exact on databases that keep a double, such as SQLite, where
     * {@code numeric(30, 10).variant("sqlite", decimalText(30, 10))} uses it there alone. The database compares, sorts and adds
     * them as text, so let it do none of that.
     *
     * @param precision the decimal digits
     * @param scale how many of them stand behind the point
     * @return the type
     */
    public static SqlType<BigDecimal> decimalText(int precision, int scale) {
        return new DecimalText(precision, scale);
    }

    /**
     * Return the type of an enum, stored by the names of its constants.
     *
     * @param type the enum's class
     * @param <E> the enum
     * @return the type
     */
    public static <E extends Enum<E>> EnumType<E> enumOf(Class<E> type) {
        return EnumType.of(type);
    }

    /**
     * Return the type of some strings; an enum where the database has such types.
     *
     * @param values the strings, at least one
     * @return the type, which needs a name on databases whose enum types have one
     * @throws ArgumentException if there is no value, or one twice
     */
    public static EnumType<String> enumOf(String... values) {
        return EnumType.of(null, List.of(values));
    }

    /**
     * Return the type of an array.
     *
     * @param element the type of its elements, perhaps an array itself
     * @param <T> the Java type of the elements
     * @return the type
     */
    public static <T> SqlType<List<T>> arrayOf(SqlType<T> element) {
        return new ArrayType<>(element);
    }

    /**
     * Return a type that was made in the database, such as a domain.
     *
     * @param name its name
     * @param base the type that its values travel as
     * @param <T> the Java type of its values
     * @return the type
     */
    public static <T> SqlType<T> domain(String name, SqlType<T> base) {
        return new DomainType<>(null, name, base);
    }

    /**
     * Return a type that was made in a schema of the database, such as a domain.
     *
     * @param schema the schema's name
     * @param name its name
     * @param base the type that its values travel as
     * @param <T> the Java type of its values
     * @return the type
     */
    public static <T> SqlType<T> domain(String schema, String name, SqlType<T> base) {
        return new DomainType<>(schema, name, base);
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
            return (SqlType<T>) EnumType.of((Class) javaType);
        }
        return (SqlType<T>) BY_CLASS.get(javaType);
    }
}
