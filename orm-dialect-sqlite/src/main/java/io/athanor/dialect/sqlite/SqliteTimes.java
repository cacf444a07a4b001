package io.athanor.dialect.sqlite;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

/**
 * Times as text: {@code 2020-01-02 03:04:05.000000}, as SQLAlchemy writes them; with nine digits where there are
 * nanoseconds. Reading is lenient: fractions of any length, {@code T} in place of the blank, no time at all.
 */
final class SqliteTimes {
    private SqliteTimes() {}

    static String text(LocalTime time) {
        return TimeText.of(time);
    }

    static String text(LocalDateTime timestamp) {
        return TimeText.of(timestamp);
    }

    static String text(OffsetDateTime timestamp) {
        String offset = timestamp.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : timestamp.getOffset().getId();
        return text(timestamp.toLocalDateTime()) + offset;
    }

    /** An instant is kept as the time in UTC. */
    static String text(Instant instant) {
        try {
            return text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } catch (DateTimeException beyond) {
            throw SqliteCodecs.data("The instant is beyond the calendar that is stored", beyond);
        }
    }

    static LocalDate date(String text) {
        return parsed(text, "date", () -> LocalDate.parse(text.strip()));
    }

    static LocalTime time(String text) {
        return parsed(text, "time", () -> LocalTime.parse(text.strip()));
    }

    static LocalDateTime timestamp(String text) {
        return parsed(text, "timestamp", () -> {
            LocalDateTime stored = TimeText.timestamp(text);
            if (stored != null) {
                return stored;
            }
            String iso = iso(text);
            return iso.indexOf('T') < 0 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
        });
    }

    static OffsetDateTime offsetTimestamp(String text) {
        return parsed(text, "timestamp with offset", () -> OffsetDateTime.parse(iso(text)));
    }

    static OffsetTime offsetTime(String text) {
        return parsed(text, "time with offset", () -> OffsetTime.parse(text.strip()));
    }

    static Instant instant(String text) {
        return timestamp(text).toInstant(ZoneOffset.UTC);
    }

    private static String iso(String text) {
        return text.strip().replace(' ', 'T');
    }

    private static <T> T parsed(String text, String what, java.util.function.Supplier<T> parse) {
        try {
            return parse.get();
        } catch (DateTimeException malformed) {
            throw SqliteCodecs.data(
                    "The database holds a text of [%d] characters that is no %s".formatted(text.length(), what), null);
        }
    }
}
