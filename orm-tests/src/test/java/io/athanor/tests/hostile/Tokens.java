package io.athanor.tests.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * How a database splits SQL, written apart from the library from what the databases document. Something that does not end
 * is a token of its own kind, so that it is never taken for what was meant.
 */
final class Tokens {
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        PLACE,
        SIGN,
        COMMENT,
        HINT,
        UNENDED
    }

    private final Rules rules;
    private final String sql;
    private final List<Kind> found = new ArrayList<>();
    private int at;

    /** What differs from database to database. */
    record Rules(String nameQuotes, String stringQuotes, boolean hasBackslash, boolean hasHash, boolean nests) {
        static Rules of(String dialect) {
            return switch (dialect) {
                case "sqlite" -> new Rules("\"`[", "'", false, false, false);
                case "mysql", "mariadb" -> new Rules("`", "'\"", true, true, false);
                case "postgresql", "h2" -> new Rules("\"", "'", false, false, true);
                default -> new Rules("\"", "'", false, false, false);
            };
        }
    }

    private Tokens(Rules rules, String sql) {
        this.rules = rules;
        this.sql = sql;
    }

    static List<Kind> of(Rules rules, String sql) {
        Tokens tokens = new Tokens(rules, sql);
        while (tokens.at < sql.length()) {
            tokens.next();
        }
        return tokens.found;
    }

    private void next() {
        char c = sql.charAt(at);
        if (c == '\0') {
            found.add(Kind.UNENDED); // the end of the text, to a database that is written in C
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (starts("--") || c == '#' && rules.hasHash) {
            skipTo('\n');
            found.add(Kind.COMMENT);
        } else if (starts("/*")) {
            comment();
        } else if (rules.stringQuotes.indexOf(c) >= 0) {
            quoted(c, Kind.STRING, rules.hasBackslash);
        } else if (rules.nameQuotes.indexOf(c) >= 0) {
            quoted(c == '[' ? ']' : c, Kind.NAME, false);
        } else if (isDigit(c)) {
            number();
        } else if (isLetter(c)) {
            word();
        } else {
            sign(c);
        }
    }

    private boolean starts(String text) {
        return sql.startsWith(text, at);
    }

    private void skipTo(char end) {
        while (at < sql.length() && sql.charAt(at) != end) {
            at++;
        }
    }

    private void comment() {
        boolean isHint = starts("/*+") || starts("/*!");
        int depth = 1;
        at += 2;
        while (at < sql.length() && depth > 0) {
            if (starts("*/")) {
                depth--;
                at += 2;
            } else if (rules.nests && starts("/*")) {
                depth++;
                at += 2;
            } else {
                if (sql.charAt(at) == '\0') {
                    found.add(Kind.UNENDED);
                }
                at++;
            }
        }
        found.add(depth > 0 ? Kind.UNENDED : isHint ? Kind.HINT : Kind.COMMENT);
    }

    private void quoted(char end, Kind kind, boolean hasBackslash) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            boolean isDoubled = c == end && at + 1 < sql.length() && sql.charAt(at + 1) == end && end != ']';
            if (c == '\0') {
                break;
            } else if (isDoubled || c == '\\' && hasBackslash) {
                at += 2;
            } else if (c == end) {
                at++;
                found.add(kind);
                return;
            } else {
                at++;
            }
        }
        found.add(Kind.UNENDED);
        at = Math.max(at, 0) + 1;
    }

    private void number() {
        while (at < sql.length() && (isDigit(sql.charAt(at)) || sql.charAt(at) == '.')) {
            at++;
        }
        found.add(Kind.NUMBER);
    }

    private void word() {
        while (at < sql.length() && (isLetter(sql.charAt(at)) || isDigit(sql.charAt(at)) || sql.charAt(at) == '$')) {
            at++;
        }
        found.add(Kind.NAME);
    }

    private void sign(char c) {
        if (c == '?' || c == ':' && isInName(at + 1) && !isAfterColon()) {
            at++;
            while (c == ':' && isInName(at)) {
                at++;
            }
            found.add(Kind.PLACE);
            return;
        }
        at++;
        found.add(Kind.SIGN);
    }

    private boolean isInName(int place) {
        return place < sql.length() && (isLetter(sql.charAt(place)) || isDigit(sql.charAt(place)));
    }

    private boolean isAfterColon() {
        return at > 0 && sql.charAt(at - 1) == ':';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '\u0080';
    }
}
