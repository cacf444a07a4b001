package io.athanor.dialect.postgresql;

import io.athanor.engine.error.ErrorKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals as the driver's own class of them writes itself: {@code 1 days 2 hours 0.5 secs}, without what is none. */
final class Intervals {
    private static final Pattern PART = Pattern.compile("(-?[\\d.]+(?:E-?\\d+)?) (year|mon|day|hour|min|sec)s?\\s*");
    private static final int NANO_DIGITS = 9;

    private Intervals() {}

    /** A day has 24 hours, as it has when PostgreSQL compares intervals; a month has no length. */
    static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            sum = sum.plus(length(new BigDecimal(matcher.group(1)), matcher.group(2)));
            end = matcher.end();
        }
        if (end < text.length()) {
            throw data("The database holds an interval that is no length of time");
        }
        return sum;
    }

    private static Duration length(BigDecimal number, String unit) {
        return switch (unit) {
            case "day" -> Duration.ofDays(number.longValueExact());
            case "hour" -> Duration.ofHours(number.longValueExact());
            case "min" -> Duration.ofMinutes(number.longValueExact());
            case "sec" -> seconds(number);
            default ->
                throw data("The database holds an interval of months or years, which are no fixed length of time;"
                        + " read it as text");
        };
    }

    private static Duration seconds(BigDecimal number) {
        long whole = number.longValue();
        return Duration.ofSeconds(
                whole,
                number.subtract(BigDecimal.valueOf(whole))
                        .movePointRight(NANO_DIGITS)
                        .longValue());
    }

    private static RuntimeException data(String fact) {
        return ErrorKind.DATA.exception(fact, null, null, null, null);
    }
}
