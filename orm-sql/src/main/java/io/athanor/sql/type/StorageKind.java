package io.athanor.sql.type;

/**
 * How a value travels to and from the database. A dialect's codecs and its type renderer are chosen by this kind.
 *
 * @since 0.1.0
 */
public enum StorageKind {
    /** {@link Short}. */
    SMALLINT,
    /** {@link Integer}. */
    INTEGER,
    /** {@link Long}. */
    BIGINT,
    /** {@link Float}. */
    FLOAT,
    /** {@link Double}. */
    DOUBLE,
    /** {@link java.math.BigDecimal}. */
    NUMERIC,
    /** {@link String} of bounded or default length. */
    STRING,
    /** {@link String} of any length. */
    TEXT,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.LocalTime}. */
    TIME,
    /** {@link java.time.LocalDateTime}. */
    TIMESTAMP,
    /** {@link java.time.OffsetTime}. */
    OFFSET_TIME,
    /** {@link java.time.OffsetDateTime}. */
    OFFSET_TIMESTAMP,
    /** {@link java.time.Instant}. */
    INSTANT,
    /** {@link java.time.Duration}. */
    DURATION,
    /** {@code byte[]}. */
    BYTES,
    /** {@link java.util.UUID}. */
    UUID,
    /** {@link Json}. */
    JSON,
    /** A {@link java.util.List} of values of another type; see {@link ArrayType}. */
    ARRAY,
    /** An enum constant, stored by its name. */
    ENUM,
    /** A value of the user's own class, stored as another type; see {@link ConvertedType}. */
    CONVERTED,
    /** A value of unknown type, such as the result of raw SQL; handed through as the driver gives it. */
    OTHER;

    /**
     * Return whether a point in time or a time of day is told with its offset, or stands for all of them.
     *
     * @return whether it is
     */
    public boolean hasOffset() {
        return this == OFFSET_TIME || this == OFFSET_TIMESTAMP || this == INSTANT;
    }
}
