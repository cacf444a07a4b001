package io.athanor.dialect.sqlite;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The form in which times are stored, read and written digit by digit: a formatter takes longer than all else that is done
 * for a row.
 */
final class TimeText {
    private static final int NANOS_PER_MICRO = 1000;
    private static final int DATE_LENGTH = 10;
    private static final int SECOND_LENGTH = 19;
    private static final int MAX_LENGTH = 29;
    private static final int NANO_DIGITS = 9;
    private static final int MICRO_DIGITS = 6;

    private TimeText() {}

    static String of(LocalTime time) {
        StringBuilder text = new StringBuilder(18);
        append(text, time);
        return text.toString();
    }

    static String of(LocalDateTime timestamp) {
        StringBuilder text = new StringBuilder(MAX_LENGTH);
        text.append(timestamp.toLocalDate()).append(' ');
        append(text, timestamp.toLocalTime());
        return text.toString();
    }

    private static void append(StringBuilder text, LocalTime time) {
        digits(text, time.getHour(), 2);
        digits(text.append(':'), time.getMinute(), 2);
        digits(text.append(':'), time.getSecond(), 2);
        text.append('.');
        int nano = time.getNano();
        if (nano % NANOS_PER_MICRO == 0) {
            digits(text, nano / NANOS_PER_MICRO, MICRO_DIGITS);
        } else {
            digits(text, nano, NANO_DIGITS);
        }
    }

    private static void digits(StringBuilder text, int value, int count) {
        int power = 1;
        for (int i = 1; i < count; i++) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            text.append((char) ('0' + value / power % 10));
        }
    }

    /** Read {@code 2020-01-02 03:04:05.123}; null if the text has another form, which may be well-formed nevertheless. */
    static @Nullable LocalDateTime timestamp(String text) {
        int length = text.length();
        boolean isPlain = length >= SECOND_LENGTH
                && length <= MAX_LENGTH
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(DATE_LENGTH) == ' ' || text.charAt(DATE_LENGTH) == 'T')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (length == SECOND_LENGTH || length > SECOND_LENGTH + 1 && text.charAt(SECOND_LENGTH) == '.');
        if (!isPlain) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, DATE_LENGTH);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECOND_LENGTH);
        int nano = length == SECOND_LENGTH ? 0 : fraction(text, SECOND_LENGTH + 1, length);
        boolean isNumber = (year | month | day | hour | minute | second | nano) >= 0;
        return isNumber ? LocalDateTime.of(year, month, day, hour, minute, second, nano) : null;
    }

    private static int fraction(String text, int from, int to) {
        int nano = number(text, from, to);
        for (int i = to - from; i < NANO_DIGITS && nano > 0; i++) {
            nano *= 10;
        }
        return nano;
    }

    /** A number of up to nine digits; -1 if there is anything else among them. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
