package io.athanor.tests.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a driver was told to do.
 *
 * @param kind what it was
 * @param sql the text as it was given to the driver; the word itself where the driver has a method for it
 * @param rows the bound parameters: one row, or one for each entry of a batch
 * @since 0.1.0
 */
public record Sent(Kind kind, String sql, List<List<@Nullable Object>> rows) {

    /** What a driver is told. */
    public enum Kind {
        /** A statement that prepares a connection for use, before anything is begun on it. */
        PREPARATION,
        BEGIN,
        STATEMENT,
        BATCH,
        COMMIT,
        ROLLBACK;

        /** The kind of a statement that is a word of transactions, or null. */
        static @Nullable Kind ofWord(String sql) {
            return switch (firstWord(sql)) {
                case "BEGIN" -> BEGIN;
                case "COMMIT" -> COMMIT;
                case "ROLLBACK" -> sql.contains(" TO ") ? null : ROLLBACK;
                default -> null;
            };
        }

        private static String firstWord(String sql) {
            return sql.strip().split("\\s", 2)[0].toUpperCase(java.util.Locale.ROOT);
        }
    }

    static Sent word(Kind kind) {
        return new Sent(kind, kind.name(), List.of());
    }

    /**
     * The text with white space outside quotes folded into single blanks; names are quoted, and joins called, as most databases
     * do.
     */
    public String folded() {
        return fold(sql).replace('`', '"').replace("INNER JOIN", "JOIN");
    }

    /** The parameters of a statement that was run once. */
    public List<@Nullable Object> parameters() {
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    /** Whether it is a statement, or a batch, and no word of transactions. */
    public boolean isStatement() {
        return kind == Kind.STATEMENT || kind == Kind.BATCH;
    }

    /** Fold white space outside quotes into single blanks. */
    public static String fold(String sql) {
        StringBuilder folded = new StringBuilder();
        char quote = 0;
        for (char c : sql.strip().toCharArray()) {
            boolean isBlank = quote == 0 && Character.isWhitespace(c);
            if (!isBlank) {
                folded.append(c);
            } else if (folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"' || c == '`')) {
                quote = c;
            }
        }
        return folded.toString();
    }

    @Override
    public String toString() {
        return isStatement()
                ? folded() + rows.stream().map(List::toString).collect(Collectors.joining(", ", " ", ""))
                : kind.name();
    }
}
