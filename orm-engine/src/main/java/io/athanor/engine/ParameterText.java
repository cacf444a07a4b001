package io.athanor.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters as the log and exceptions show them: as SQLAlchemy does, one tuple per execution, long values cut. */
final class ParameterText {
    static final String HIDDEN = "hidden by hideParameters";
    private static final int MAX_LENGTH = 300;
    private static final int MAX_VALUES = 100;
    private static final int MAX_ROWS = 10;
    private static final int LAST_ROWS = 2;

    private ParameterText() {}

    static String of(List<? extends List<? extends @Nullable Object>> executions) {
        if (executions.size() == 1) {
            return tuple(executions.get(0));
        }
        StringBuilder text = new StringBuilder("[");
        int size = executions.size();
        for (int i = 0; i < size; i++) {
            if (size > MAX_ROWS && i == MAX_ROWS - LAST_ROWS) {
                text.append(" ... displaying ")
                        .append(MAX_ROWS)
                        .append(" of ")
                        .append(size)
                        .append(" sets ... ");
                i = size - LAST_ROWS;
            } else if (i > 0) {
                text.append(", ");
            }
            text.append(tuple(executions.get(i)));
        }
        return text.append(']').toString();
    }

    private static String tuple(List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder("(");
        int size = values.size();
        for (int i = 0; i < size; i++) {
            if (size > MAX_VALUES && i == MAX_VALUES / 2) {
                int left = size - MAX_VALUES;
                text.append(" ... ").append(left).append(" parameters truncated ... ");
                i += left;
            } else {
                text.append(i == 0 ? "" : ", ");
            }
            text.append(value(values.get(i)));
        }
        return text.append(values.size() == 1 ? ",)" : ")").toString();
    }

    private static String value(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof byte[] bytes) {
            return "<" + bytes.length + " bytes>";
        }
        return quoted(value.toString());
    }

    private static String quoted(String text) {
        String shown = text;
        if (text.length() > MAX_LENGTH) {
            int half = MAX_LENGTH / 2;
            shown = text.substring(0, half) + " ... (" + (text.length() - MAX_LENGTH) + " characters truncated) ... "
                    + text.substring(text.length() - half);
        }
        char quote = shown.indexOf('\'') >= 0 && shown.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        for (int i = 0; i < shown.length(); i++) {
            append(quoted, shown.charAt(i), quote);
        }
        return quoted.append(quote).toString();
    }

    /** Line ends are escaped, so that no value can forge a record of the log. */
    private static void append(StringBuilder out, char c, char quote) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c == quote) {
                    out.append('\\').append(c);
                } else if (Character.isISOControl(c)) {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
