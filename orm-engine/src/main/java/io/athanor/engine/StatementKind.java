package io.athanor.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a statement does to a transaction, as far as its words tell. */
enum StatementKind {
    /** Reads. */
    QUERY,
    /** Changes rows. */
    CHANGE,
    /** Changes the schema. */
    DDL,
    /** Changes the schema of this connection alone. */
    TEMPORARY_DDL,
    /** Sets up the connection, or does something that is not known. */
    OTHER;

    private static final Set<String> QUERIES = Set.of("SELECT", "VALUES", "TABLE", "SHOW", "EXPLAIN", "DESCRIBE");
    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "UPSERT");
    private static final Set<String> DEFINITIONS =
            Set.of("CREATE", "DROP", "ALTER", "TRUNCATE", "RENAME", "COMMENT", "GRANT", "REVOKE");
    private static final Pattern CHANGE_WITHIN =
            Pattern.compile("\\b(?:INSERT|UPDATE|DELETE|MERGE)\\b", Pattern.CASE_INSENSITIVE);
    /** Tables of what a change did, as in {@code FROM FINAL TABLE (INSERT …)}. */
    private static final Pattern CHANGE_AS_TABLE =
            Pattern.compile("\\bTABLE\\s*\\(\\s*(?:INSERT|UPDATE|DELETE|MERGE)\\b", Pattern.CASE_INSENSITIVE);

    static StatementKind of(String sql) {
        int start = begin(sql);
        String word = word(sql, start);
        if (CHANGES.contains(word)) {
            return CHANGE;
        }
        if (QUERIES.contains(word)) {
            return CHANGE_AS_TABLE.matcher(sql).find() ? CHANGE : QUERY;
        }
        if (word.equals("WITH")) {
            return CHANGE_WITHIN.matcher(sql).find() ? CHANGE : QUERY;
        }
        if (!DEFINITIONS.contains(word)) {
            return OTHER;
        }
        return word(sql, begin(sql, start + word.length())).equals("TEMPORARY") ? TEMPORARY_DDL : DDL;
    }

    private static int begin(String sql) {
        return begin(sql, 0);
    }

    /** Where the next word begins, behind blanks, comments and parentheses. */
    private static int begin(String sql, int from) {
        int i = from;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Character.isWhitespace(c) || c == '(' || c == ';') {
                i++;
            } else if (sql.startsWith("--", i)) {
                i = after(sql, "\n", i);
            } else if (sql.startsWith("/*", i)) {
                i = after(sql, "*/", i + 2);
            } else {
                return i;
            }
        }
        return i;
    }

    private static int after(String sql, String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private static String word(String sql, int start) {
        int end = start;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(start, end).toUpperCase(Locale.ROOT);
    }
}
