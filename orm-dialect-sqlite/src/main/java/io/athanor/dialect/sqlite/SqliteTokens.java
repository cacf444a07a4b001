package io.athanor.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

/** The words of a definition that SQLite keeps, without comments and blanks; a cursor walks over them. */
final class SqliteTokens {
    private final String sql;
    private final List<Token> tokens;
    private final int end;
    private int next;

    /** A word, a quoted name, a string or a symbol, and where it stands. */
    private record Token(String text, int start) {
        int end() {
            return start + text.length();
        }

        boolean isName() {
            char first = text.charAt(0);
            return Character.isLetter(first)
                    || first == '_'
                    || first == '"'
                    || first == '`'
                    || first == '['
                    || first == '\''
                    || first > 127;
        }
    }

    SqliteTokens(String sql) {
        this(sql, new ArrayList<>(), 0, -1);
    }

    private SqliteTokens(String sql, List<Token> tokens, int next, int end) {
        this.sql = sql;
        this.tokens = tokens;
        this.next = next;
        if (end < 0) {
            split();
        }
        this.end = end < 0 ? tokens.size() : end;
    }

    private void split() {
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            int stop;
            if (Character.isWhitespace(c)) {
                stop = i + 1;
            } else if (sql.startsWith("--", i)) {
                stop = after("\n", i);
            } else if (sql.startsWith("/*", i)) {
                stop = after("*/", i + 2);
            } else {
                stop = endOfToken(i, c);
                tokens.add(new Token(sql.substring(i, stop), i));
            }
            i = stop;
        }
    }

    private int after(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private int endOfToken(int start, char first) {
        if (first == '"' || first == '`' || first == '\'') {
            int i = start + 1;
            while (i < sql.length()) {
                if (sql.charAt(i) != first) {
                    i++;
                } else if (i + 1 < sql.length() && sql.charAt(i + 1) == first) {
                    i += 2;
                } else {
                    return i + 1;
                }
            }
            return sql.length();
        } else if (first == '[') {
            return after("]", start);
        }
        int i = start;
        while (i < sql.length() && isWordPart(sql.charAt(i))) {
            i++;
        }
        return Math.max(i, start + 1);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    boolean hasNext() {
        return next < end;
    }

    /** Whether words without quotes come next, whatever their case. */
    boolean isAt(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (next + i >= end || !tokens.get(next + i).text.equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of some words comes next. */
    boolean isAtOneOf(List<String> words) {
        return words.stream().anyMatch(this::isAt);
    }

    /** Step over words if they come next. */
    boolean skip(String... words) {
        boolean isThere = isAt(words);
        if (isThere) {
            next += words.length;
        }
        return isThere;
    }

    /** The next word as it stands. */
    String word() {
        return hasNext() ? tokens.get(next++).text : "";
    }

    /** The next word as a name, without its quotes. */
    String name() {
        String text = word();
        if (text.length() < 2) {
            return text;
        }
        char first = text.charAt(0);
        String inner = text.substring(1, text.length() - 1);
        if (first == '[') {
            return inner;
        }
        boolean isQuoted = first == '"' || first == '`' || first == '\'';
        String quote = String.valueOf(first);
        return isQuoted ? inner.replace(quote + quote, quote) : text;
    }

    /** Whether nothing but one name is left. */
    boolean isOneName() {
        return end - next == 1 && tokens.get(next).isName();
    }

    /** What stands in the parentheses that come next; nothing if none do. */
    SqliteTokens parenthesized() {
        if (!isAt("(")) {
            return new SqliteTokens(sql, tokens, next, next);
        }
        int depth = 0;
        for (int i = next; i < end; i++) {
            String text = tokens.get(i).text;
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0) {
                SqliteTokens inner = new SqliteTokens(sql, tokens, next + 1, i);
                next = i + 1;
                return inner;
            }
        }
        SqliteTokens rest = new SqliteTokens(sql, tokens, next + 1, end);
        next = end;
        return rest;
    }

    /** What stands between commas that are in no parentheses. */
    List<SqliteTokens> elements() {
        List<SqliteTokens> elements = new ArrayList<>();
        int start = next;
        int depth = 0;
        for (int i = next; i < end; i++) {
            String text = tokens.get(i).text;
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0 && text.equals(",")) {
                elements.add(new SqliteTokens(sql, tokens, start, i));
                start = i + 1;
            }
        }
        if (start < end) {
            elements.add(new SqliteTokens(sql, tokens, start, end));
        }
        return elements;
    }

    /** The names between commas; what follows a name, such as a direction, is left out. */
    List<String> names() {
        return elements().stream().map(SqliteTokens::name).toList();
    }

    /** The text of what is left, as it was written. */
    String text() {
        return hasNext()
                ? sql.substring(tokens.get(next).start, tokens.get(end - 1).end())
                : "";
    }

    /** The same without its last word, if that is one of some. */
    SqliteTokens withoutLast(String... words) {
        for (String word : words) {
            if (end > next && tokens.get(end - 1).text.equalsIgnoreCase(word)) {
                return new SqliteTokens(sql, tokens, next, end - 1);
            }
        }
        return this;
    }

    /** Whether the last word is this one. */
    boolean endsWith(String word) {
        return end > next && tokens.get(end - 1).text.equalsIgnoreCase(word);
    }

    /** The text up to one of some words that stands in no parentheses, which comes next then. */
    String textUpTo(List<String> words) {
        int start = next;
        while (hasNext() && !isAtOneOf(words)) {
            if (isAt("(")) {
                parenthesized();
            } else {
                next++;
            }
        }
        return next == start
                ? ""
                : sql.substring(tokens.get(start).start, tokens.get(next - 1).end());
    }
}
