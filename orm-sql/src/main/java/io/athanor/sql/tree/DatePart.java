package io.athanor.sql.tree;

/**
 * What {@code EXTRACT} takes out of a date, a time or a timestamp. Not every database knows every part.
 *
 * @since 0.1.0
 */
public enum DatePart {
    /** The year. */
    YEAR,
    /** The quarter of the year, from 1. */
    QUARTER,
    /** The month, from 1. */
    MONTH,
    /** The week of the year. */
    WEEK,
    /** The day of the month, from 1. */
    DAY,
    /** The day of the week, from 0 for Sunday on most databases. */
    DOW,
    /** The day of the year, from 1. */
    DOY,
    /** The hour. */
    HOUR,
    /** The minute. */
    MINUTE,
    /** The second. */
    SECOND,
    /** The fraction of the second in millionths, with the seconds on some databases. */
    MICROSECOND,
    /** The seconds since 1970. */
    EPOCH,
    /** The hours of the offset, where the value has one. */
    TIMEZONE_HOUR,
    /** The minutes of the offset, where the value has one. */
    TIMEZONE_MINUTE
}
