package io.athanor.engine.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type written in SQL, taken apart: {@code NAME (arguments) SUFFIX COLLATE collation}.
 *
 * @param text the whole
 * @param base the words before the arguments, in upper case
 * @param arguments what stands in parentheses, strings without their quotes
 * @param suffix the words behind, in upper case; may hold a number in parentheses
 * @param collation the collation, or {@code null}
 */
record WrittenType(
        String text,
        String base,
        List<String> arguments,
        String suffix,
        @Nullable String collation) {
    private static final Pattern COLLATE =
            Pattern.compile("\\s+COLLATE\\s+(?:\"((?:[^\"]|\"\")+)\"|`([^`]+)`|([\\w.]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARRAY =
            Pattern.compile("(.+?)\\s*(\\[\\d*\\]|ARRAY(\\s*\\[\\d+\\])?)", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'|(\\w+)");

    static WrittenType parse(String sql) {
        String text = sql.strip();
        String collation = null;
        Matcher collate = COLLATE.matcher(text);
        String rest = text;
        if (collate.find()) {
            collation = collate.group(1) != null
                    ? collate.group(1).replace("\"\"", "\"")
                    : collate.group(2) != null ? collate.group(2) : collate.group(3);
            rest = text.substring(0, collate.start()) + text.substring(collate.end());
        }
        int open = rest.indexOf('(');
        int close = open < 0 ? -1 : closing(rest, open);
        if (close < 0) {
            return new WrittenType(text, words(rest), List.of(), "", collation);
        }
        return new WrittenType(
                text,
                words(rest.substring(0, open)),
                arguments(rest.substring(open + 1, close)),
                words(rest.substring(close + 1)),
                collation);
    }

    private static int closing(String sql, int open) {
        boolean isString = false;
        for (int i = open; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                isString = !isString;
            } else if (c == ')' && !isString) {
                return i;
            }
        }
        return -1;
    }

    private static String words(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    private static List<String> arguments(String sql) {
        List<String> arguments = new ArrayList<>();
        Matcher next = STRING.matcher(sql);
        while (next.find()) {
            arguments.add(next.group(1) == null ? next.group(2) : next.group(1).replace("''", "'"));
        }
        return List.copyOf(arguments);
    }

    /** Name and suffix together, as {@code TIME WITH TIME ZONE} and {@code TIME(9) WITH TIME ZONE} have them alike. */
    String fullName() {
        return suffix.isEmpty() ? base : base + " " + suffix;
    }

    WrittenType named(String name, String behind) {
        return new WrittenType("", name, arguments, behind, null);
    }

    /** The arguments if they are numbers. */
    List<Integer> sizes() {
        boolean areNumbers = arguments.stream().allMatch(each -> each.matches("\\d{1,9}"));
        return areNumbers ? arguments.stream().map(Integer::valueOf).toList() : List.of();
    }

    boolean isArray() {
        return ARRAY.matcher(text).matches();
    }

    String elementType() {
        Matcher array = ARRAY.matcher(text);
        return array.matches() ? array.group(1) : text;
    }
}
