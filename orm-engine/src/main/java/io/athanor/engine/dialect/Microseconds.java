package io.athanor.engine.dialect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;

/**
 * Rounds times to what most databases keep, so that all of them keep the same: some drivers would cut what others round. Half a
 * microsecond is rounded up; a time of day that would become the next day stays the last microsecond of its own. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Microseconds {
    private static final int NANOS = 1000;
    private static final int HALF = 500;
    private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);

    private Microseconds() {}

    /** How many nanoseconds lead to the nearest microsecond. */
    private static int missing(int nano) {
        int rest = nano % NANOS;
        return rest < HALF ? -rest : NANOS - rest;
    }

    /**
     * Round a time of day.
     *
     * @param time the time
     * @return the nearest microsecond of the same day
     */
    public static LocalTime of(LocalTime time) {
        return time.isAfter(LAST) ? LAST : time.plusNanos(missing(time.getNano()));
    }

    /**
     * Round a time of day with an offset.
     *
     * @param time the time
     * @return the nearest microsecond of the same day
     */
    public static OffsetTime of(OffsetTime time) {
        return of(time.toLocalTime()).atOffset(time.getOffset());
    }

    /**
     * Round a date and time.
     *
     * @param time the time
     * @return the nearest microsecond, or the time itself at the end of the calendar
     */
    public static LocalDateTime of(LocalDateTime time) {
        return isLast(time) ? time : time.plusNanos(missing(time.getNano()));
    }

    /**
     * Round a date and time with an offset.
     *
     * @param time the time
     * @return the nearest microsecond, or the time itself at the end of the calendar
     */
    public static OffsetDateTime of(OffsetDateTime time) {
        return isLast(time.toLocalDateTime()) ? time : time.plusNanos(missing(time.getNano()));
    }

    private static boolean isLast(LocalDateTime time) {
        return time.toLocalTime().isAfter(LAST) && time.toLocalDate().equals(LocalDateTime.MAX.toLocalDate());
    }

    /**
     * Round an instant.
     *
     * @param time the instant
     * @return the nearest microsecond, or the instant itself at the end of time
     */
    public static Instant of(Instant time) {
        boolean isLast = time.getEpochSecond() == Instant.MAX.getEpochSecond();
        return isLast ? time : time.plusNanos(missing(time.getNano()));
    }

    /**
     * Round a length of time.
     *
     * @param length the length
     * @return the nearest number of microseconds, or the length itself if none is longer
     */
    public static Duration of(Duration length) {
        boolean isLongest = length.getSeconds() == Long.MAX_VALUE;
        return isLongest ? length : length.plusNanos(missing(length.getNano()));
    }
}
