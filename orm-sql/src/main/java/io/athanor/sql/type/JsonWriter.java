package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes Java values as JSON text, in the layout of SQLAlchemy: a blank behind each comma and colon. */
final class JsonWriter {
    private static final int DEEPEST = 500;

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(@Nullable Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, 0);
        return writer.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new ArgumentException(
                    "A JSON value is nested more than [%d] deep, or holds itself; flatten it".formatted(DEEPEST));
        }
        if (value == null || value instanceof Boolean || value instanceof Json) {
            out.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            string(value instanceof Enum<?> constant ? constant.name() : value.toString());
        } else if (value instanceof Map<?, ?> map) {
            map(map, depth);
        } else if (value instanceof Iterable<?> values) {
            list(values, depth);
        } else if (value instanceof Object[] values) {
            list(Arrays.asList(values), depth);
        } else {
            throw new ArgumentException("A value of class [%s] has no JSON form; convert it, or use Json.parse(text)"
                    .formatted(value.getClass().getName()));
        }
    }

    private void number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new ArgumentException("Number [%s] cannot be expressed in JSON; use a string".formatted(number));
            }
        }
        out.append(number);
    }

    private void map(Map<?, ?> map, int depth) {
        String before = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before);
            string(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), depth + 1);
            before = ", ";
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private void list(Iterable<?> values, int depth) {
        String before = "[";
        for (Object value : values) {
            out.append(before);
            value(value, depth + 1);
            before = ", ";
        }
        out.append(before.equals("[") ? "[]" : "]");
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
