package io.athanor.tests.database;

import io.athanor.sql.tree.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows in a form in which two databases can be compared. Numbers lose their type and trailing zeros, and floating ones all but
 * ten digits; truth values are 1 and 0; dates and times are ISO text with a blank between; bytes are hexadecimal.
 *
 * @since 0.1.0
 */
public final class NormalRows {
    private static final MathContext FLOATING = new MathContext(10);

    private static final Pattern NO_FRACTION = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)\\.0+$");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private NormalRows() {}

    /** Rows as they came. A row of one column may come as its value. */
    public static List<String> of(List<?> rows) {
        List<String> normal = new ArrayList<>(rows.size());
        for (Object row : rows) {
            normal.add(row instanceof Row columns ? ofRow(columns) : "[" + ofValue(row) + "]");
        }
        return normal;
    }

    /** Rows whose order means nothing. */
    public static List<String> sorted(List<?> rows) {
        return of(rows).stream().sorted().toList();
    }

    private static String ofRow(Row row) {
        List<String> values = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            values.add(ofValue(row.get(i)));
        }
        return values.toString();
    }

    private static String ofValue(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        } else if (value instanceof Double || value instanceof Float) {
            return number(new BigDecimal(value.toString()).round(FLOATING));
        } else if (value instanceof Number) {
            return number(new BigDecimal(value.toString()));
        } else if (value instanceof LocalDateTime time) {
            return withoutNoFraction(time.format(SECONDS));
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof Object[] array) {
            return Arrays.toString(array);
        }
        return withoutNoFraction(value.toString());
    }

    /** Databases write the fraction of a second that is none in several ways. */
    private static String withoutNoFraction(String text) {
        return NO_FRACTION.matcher(text).replaceFirst("$1");
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
