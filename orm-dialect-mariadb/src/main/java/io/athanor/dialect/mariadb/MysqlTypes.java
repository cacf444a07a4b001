package io.athanor.dialect.mariadb;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StandardType;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Types that MySQL and MariaDB have beside those of {@link SqlTypes}. All are immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class MysqlTypes {
    /** 8 bits. */
    public static final SqlType<Short> TINYINT =
            StandardType.of(SqlTypes.SMALLINT).withName("TINYINT");
    /** 24 bits. */
    public static final SqlType<Integer> MEDIUMINT =
            StandardType.of(SqlTypes.INTEGER).withName("MEDIUMINT");
    /** A year. */
    public static final SqlType<Integer> YEAR =
            StandardType.of(SqlTypes.INTEGER).withName("YEAR");
    /** Text of up to 255 bytes. */
    public static final SqlType<String> TINYTEXT =
            StandardType.of(SqlTypes.TEXT).withName("TINYTEXT");
    /** Text of up to 16 MiB. */
    public static final SqlType<String> MEDIUMTEXT =
            StandardType.of(SqlTypes.TEXT).withName("MEDIUMTEXT");
    /** Text of up to 4 GiB. */
    public static final SqlType<String> LONGTEXT =
            StandardType.of(SqlTypes.TEXT).withName("LONGTEXT");
    /** Up to 255 bytes. */
    public static final SqlType<byte[]> TINYBLOB =
            StandardType.of(SqlTypes.BYTES).withName("TINYBLOB");
    /** Up to 16 MiB. */
    public static final SqlType<byte[]> MEDIUMBLOB =
            StandardType.of(SqlTypes.BYTES).withName("MEDIUMBLOB");
    /** Up to 4 GiB. */
    public static final SqlType<byte[]> LONGBLOB =
            StandardType.of(SqlTypes.BYTES).withName("LONGBLOB");

    private MysqlTypes() {}

    /**
     * Return 8 bits with a width to show.
     *
     * @param width digits
     * @return the type
     */
    public static SqlType<Short> tinyInt(int width) {
        return StandardType.of(TINYINT).withSize(width);
    }

    /**
     * Return an integer type with a width to show.
     *
     * @param type an integer type of {@link SqlTypes} or of this class
     * @param width digits
     * @param <T> the Java type of its values
     * @return the type
     * @throws ArgumentException if the type is no integer
     */
    public static <T extends Number> SqlType<T> wide(SqlType<T> type, int width) {
        StandardType<T> standard = StandardType.of(type);
        String name = switch (type.kind()) {
            case SMALLINT, INTEGER, BIGINT -> type.kind().name();
            default -> throw new ArgumentException("Type [%s] is no integer and has no width".formatted(type));
        };
        return (standard.name() == null ? standard.withName(name) : standard).withSize(width);
    }

    /**
     * Return a type of numbers without those below 0.
     *
     * @param type a type of numbers
     * @param <T> the Java type of its values
     * @return the type
     */
    public static <T extends Number> SqlType<T> unsigned(SqlType<T> type) {
        return StandardType.of(type).withSuffix("UNSIGNED");
    }

    /**
     * Return a type of numbers without those below 0, filled up with zeros when shown.
     *
     * @param type a type of numbers
     * @param <T> the Java type of its values
     * @return the type
     */
    public static <T extends Number> SqlType<T> zerofill(SqlType<T> type) {
        StandardType<T> standard = StandardType.of(type);
        boolean isUnsigned = "UNSIGNED".equals(standard.suffix());
        return (isUnsigned ? standard : standard.withSuffix("UNSIGNED")).withSuffix("ZEROFILL");
    }

    /**
     * Return a floating-point type of so many digits.
     *
     * @param digits digits in all
     * @param scale digits after the point
     * @return the type
     */
    public static SqlType<Double> doubleOf(int digits, int scale) {
        return StandardType.of(SqlTypes.DOUBLE).withName("DOUBLE").withPrecision(digits, scale);
    }

    /**
     * Return {@code TIMESTAMP}, which MySQL keeps in UTC, with a precision.
     *
     * @param precision digits of the fraction of a second, from 0 to 6
     * @return the type
     */
    public static SqlType<LocalDateTime> timestamp(int precision) {
        return StandardType.of(SqlTypes.TIMESTAMP).withName("TIMESTAMP").withSize(precision);
    }

    /**
     * Return {@code DATETIME} with a precision.
     *
     * @param precision digits of the fraction of a second, from 0 to 6
     * @return the type
     */
    public static SqlType<LocalDateTime> dateTime(int precision) {
        return StandardType.of(SqlTypes.TIMESTAMP).withName("DATETIME").withSize(precision);
    }

    /**
     * Return {@code TIME} with a precision.
     *
     * @param precision digits of the fraction of a second, from 0 to 6
     * @return the type
     */
    public static SqlType<LocalTime> time(int precision) {
        return StandardType.of(SqlTypes.TIME).withName("TIME").withSize(precision);
    }

    /**
     * Return a string of bits.
     *
     * @param length bits
     * @return the type
     */
    public static SqlType<byte[]> bit(int length) {
        return StandardType.of(SqlTypes.BYTES).withName("BIT").withSize(length);
    }

    /**
     * Return a string type that compares by the bytes of its character set.
     *
     * @param type a string type
     * @return the type
     */
    public static SqlType<String> compareBinary(SqlType<String> type) {
        return StandardType.of(type).withSuffix("BINARY");
    }

    /**
     * Return a string type of a character set.
     *
     * @param type a string type
     * @param characterSet the name of the set, a word
     * @return the type
     * @throws ArgumentException if the name is not a word
     */
    public static SqlType<String> characterSet(SqlType<String> type, String characterSet) {
        return StandardType.of(type).withSuffix("CHARACTER SET " + characterSet);
    }
}
