package io.athanor.dialect.postgresql;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StandardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Types that PostgreSQL has beside those of {@link SqlTypes}. All are immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class PostgresqlTypes {
    /** JSON, decomposed and indexable. */
    public static final SqlType<Json> JSONB = StandardType.of(SqlTypes.JSON).withName("JSONB");
    /** Keys and values, as text in PostgreSQL's own form; needs the extension of this name. */
    public static final SqlType<String> HSTORE = text("HSTORE");
    /** Text without regard to case; needs the extension of this name. */
    public static final SqlType<String> CITEXT = text("CITEXT");
    /** A document for full-text search. */
    public static final SqlType<String> TSVECTOR = text("TSVECTOR");
    /** A query of full-text search. */
    public static final SqlType<String> TSQUERY = text("TSQUERY");
    /** An amount of money in the database's own currency. */
    public static final SqlType<BigDecimal> MONEY =
            StandardType.of(SqlTypes.NUMERIC).withName("MONEY");
    /** Bytes. */
    public static final SqlType<byte[]> BYTEA = StandardType.of(SqlTypes.BYTES).withName("BYTEA");
    /** An object's number. */
    public static final SqlType<Long> OID = StandardType.of(SqlTypes.BIGINT).withName("OID");
    /** A host or network address. */
    public static final SqlType<String> INET = text("INET");
    /** A network address. */
    public static final SqlType<String> CIDR = text("CIDR");
    /** A hardware address. */
    public static final SqlType<String> MACADDR = text("MACADDR");
    /** A hardware address of eight bytes. */
    public static final SqlType<String> MACADDR8 = text("MACADDR8");
    /** The name of a table, as a number. */
    public static final SqlType<String> REGCLASS = text("REGCLASS");
    /** The name of a text search configuration, as a number. */
    public static final SqlType<String> REGCONFIG = text("REGCONFIG");
    /** A path into JSON. */
    public static final SqlType<String> JSONPATH = text("JSONPATH");
    /** A range of integers, as text in PostgreSQL's own form such as {@code [1,5)}. */
    public static final SqlType<String> INT4RANGE = text("INT4RANGE");
    /** A range of long integers. */
    public static final SqlType<String> INT8RANGE = text("INT8RANGE");
    /** A range of decimals. */
    public static final SqlType<String> NUMRANGE = text("NUMRANGE");
    /** A range of dates. */
    public static final SqlType<String> DATERANGE = text("DATERANGE");
    /** A range of timestamps. */
    public static final SqlType<String> TSRANGE = text("TSRANGE");
    /** A range of timestamps with time zone. */
    public static final SqlType<String> TSTZRANGE = text("TSTZRANGE");
    /** Several ranges of integers. */
    public static final SqlType<String> INT4MULTIRANGE = text("INT4MULTIRANGE");
    /** Several ranges of long integers. */
    public static final SqlType<String> INT8MULTIRANGE = text("INT8MULTIRANGE");
    /** Several ranges of decimals. */
    public static final SqlType<String> NUMMULTIRANGE = text("NUMMULTIRANGE");
    /** Several ranges of dates. */
    public static final SqlType<String> DATEMULTIRANGE = text("DATEMULTIRANGE");
    /** Several ranges of timestamps. */
    public static final SqlType<String> TSMULTIRANGE = text("TSMULTIRANGE");
    /** Several ranges of timestamps with time zone. */
    public static final SqlType<String> TSTZMULTIRANGE = text("TSTZMULTIRANGE");

    private static final Pattern FIELDS = Pattern.compile(
            "YEAR|MONTH|DAY|HOUR|MINUTE|SECOND|YEAR TO MONTH|DAY TO (HOUR|MINUTE|SECOND)|HOUR TO (MINUTE|SECOND)|MINUTE TO SECOND");

    private PostgresqlTypes() {}

    private static SqlType<String> text(String name) {
        return StandardType.of(SqlTypes.TEXT).withName(name);
    }

    /**
     * Return an interval of some fields.
     *
     * @param fields such as {@code "DAY TO SECOND"}
     * @return the type
     * @throws ArgumentException if PostgreSQL has no such fields
     */
    public static SqlType<Duration> interval(String fields) {
        return intervalOf(fields);
    }

    /**
     * Return an interval of some fields and a precision.
     *
     * @param fields such as {@code "DAY TO SECOND"}; must end in seconds
     * @param precision digits of the fraction of a second, from 0 to 6
     * @return the type
     * @throws ArgumentException if PostgreSQL has no such fields
     */
    public static SqlType<Duration> interval(String fields, int precision) {
        return StandardType.of(SqlTypes.DURATION)
                .withName("INTERVAL")
                .withSuffix(fieldsOf(fields) + " (" + precision + ")");
    }

    private static StandardType<Duration> intervalOf(String fields) {
        return StandardType.of(SqlTypes.DURATION).withName("INTERVAL").withSuffix(fieldsOf(fields));
    }

    private static String fieldsOf(String fields) {
        String upper = fields.toUpperCase(Locale.ROOT);
        if (!FIELDS.matcher(upper).matches()) {
            throw new ArgumentException(
                    "Interval fields [%s] are unknown; write them like [DAY TO SECOND]".formatted(fields));
        }
        return upper;
    }

    /**
     * Return an interval of a precision.
     *
     * @param precision digits of the fraction of a second, from 0 to 6
     * @return the type
     */
    public static SqlType<Duration> interval(int precision) {
        return StandardType.of(SqlTypes.DURATION).withName("INTERVAL").withSize(precision);
    }

    /**
     * Return a type of times with a precision.
     *
     * @param type a time or timestamp of {@link SqlTypes}, with or without offset
     * @param precision digits of the fraction of a second, from 0 to 6
     * @param <T> the Java type of its values
     * @return the type
     */
    public static <T> SqlType<T> precise(SqlType<T> type, int precision) {
        return StandardType.of(type).withSize(precision);
    }

    /**
     * Return a string of bits of a fixed length.
     *
     * @param length bits
     * @return the type, whose values are text of 0 and 1
     */
    public static SqlType<String> bit(int length) {
        return StandardType.of(SqlTypes.STRING).withName("BIT").withSize(length);
    }

    /**
     * Return a string of bits of a maximal length.
     *
     * @param length bits
     * @return the type, whose values are text of 0 and 1
     */
    public static SqlType<String> bitVarying(int length) {
        return StandardType.of(SqlTypes.STRING).withName("BIT VARYING").withSize(length);
    }
}
