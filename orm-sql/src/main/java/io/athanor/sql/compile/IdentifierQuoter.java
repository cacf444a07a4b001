package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Writes identifiers: quoted where a plain one would not be read as the same name, as in SQLAlchemy. A name needs quotes if
 * it is reserved, has an upper-case letter, begins with a digit or {@code $}, or holds anything but letters, digits,
 * {@code _} and {@code $}. Immutable and thread-safe; a dialect gives its own quote and words.
 *
 * @since 0.1.0
 */
public class IdentifierQuoter {
    /** The words that are reserved in most databases. */
    public static final Set<String> STANDARD_RESERVED = Set.of(
            "all",
            "analyse",
            "analyze",
            "and",
            "any",
            "array",
            "as",
            "asc",
            "asymmetric",
            "authorization",
            "between",
            "binary",
            "both",
            "case",
            "cast",
            "check",
            "collate",
            "column",
            "constraint",
            "create",
            "cross",
            "current_date",
            "current_role",
            "current_time",
            "current_timestamp",
            "current_user",
            "default",
            "deferrable",
            "desc",
            "distinct",
            "do",
            "else",
            "end",
            "except",
            "false",
            "for",
            "foreign",
            "freeze",
            "from",
            "full",
            "grant",
            "group",
            "having",
            "ilike",
            "in",
            "initially",
            "inner",
            "intersect",
            "into",
            "is",
            "isnull",
            "join",
            "leading",
            "left",
            "like",
            "limit",
            "localtime",
            "localtimestamp",
            "natural",
            "new",
            "not",
            "notnull",
            "null",
            "off",
            "offset",
            "old",
            "on",
            "only",
            "or",
            "order",
            "outer",
            "overlaps",
            "placing",
            "primary",
            "references",
            "right",
            "select",
            "session_user",
            "set",
            "similar",
            "some",
            "symmetric",
            "table",
            "then",
            "to",
            "trailing",
            "true",
            "union",
            "unique",
            "user",
            "using",
            "verbose",
            "when",
            "where");

    private static final int NO_LIMIT = Integer.MAX_VALUE;
    /** Of one {@code char} in UTF-8. */
    private static final int MAX_BYTES = 3;

    private final char quote;
    private final Set<String> reserved;
    private final int maxLength;
    private final boolean isCountedInBytes;

    /**
     * Create a quoter.
     *
     * @param quote the character before and after a quoted name; doubled inside
     * @param reserved the reserved words in lower case
     */
    public IdentifierQuoter(char quote, Set<String> reserved) {
        this(quote, Set.copyOf(reserved), NO_LIMIT, false);
    }

    private IdentifierQuoter(char quote, Set<String> reserved, int maxLength, boolean isCountedInBytes) {
        this.quote = quote;
        this.reserved = reserved;
        this.maxLength = maxLength;
        this.isCountedInBytes = isCountedInBytes;
    }

    /**
     * Return a quoter that refuses longer names, for databases that cut them silently or fail late.
     *
     * @param characters how long a name may be, in characters
     * @return a new quoter
     */
    public final IdentifierQuoter withMaxLength(int characters) {
        return new IdentifierQuoter(quote, reserved, characters, false);
    }

    /**
     * Return a quoter that refuses longer names, for databases that count bytes.
     *
     * @param bytes how long a name may be, in bytes of UTF-8
     * @return a new quoter
     */
    public final IdentifierQuoter withMaxBytes(int bytes) {
        return new IdentifierQuoter(quote, reserved, bytes, true);
    }

    /**
     * Return how long a name may be.
     *
     * @return the limit, in characters or bytes; large if there is none
     */
    public final int maxLength() {
        return maxLength;
    }

    /**
     * Return how long a name is, as the database counts.
     *
     * @param name the name
     * @return characters or bytes
     */
    public final int lengthOf(String name) {
        return isCountedInBytes ? name.getBytes(StandardCharsets.UTF_8).length : name.codePointCount(0, name.length());
    }

    /**
     * Return the beginning of a name.
     *
     * @param name the name
     * @param length how long the beginning may be, in characters or bytes
     * @return as much of the name as fits, no character of it cut
     */
    public final String beginning(String name, int length) {
        int end = 0;
        int used = 0;
        while (end < name.length()) {
            int next = name.offsetByCodePoints(end, 1);
            used += lengthOf(name.substring(end, next));
            if (used > length) {
                break;
            }
            end = next;
        }
        return name.substring(0, end);
    }

    /**
     * Write a name, quoted if needed.
     *
     * @param name the name
     * @return its SQL
     * @throws CompileException if the name is empty, holds a NUL character or is longer than the database allows
     */
    public final String identifier(String name) {
        if (requiresQuotes(name)) {
            return quoted(name);
        }
        requireLength(name, maxLength);
        return name;
    }

    /**
     * Refuse a name that is too long.
     *
     * @param name the name
     * @param limit how long it may be, in characters or bytes
     * @throws CompileException if it is longer
     */
    public final void requireLength(String name, int limit) {
        int length = name.length() <= limit / MAX_BYTES ? 0 : lengthOf(name);
        if (length > limit) {
            throw new CompileException("Identifier [%s] has [%d] %s, but the database takes [%d]; shorten it"
                    .formatted(name, length, isCountedInBytes ? "bytes" : "characters", limit));
        }
    }

    /**
     * Write a name in quotes.
     *
     * @param name the name
     * @return its SQL
     * @throws CompileException if the name is empty, holds a NUL character or is longer than the database allows
     */
    public final String quoted(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new CompileException(
                    "Identifier [%s] is empty or holds a NUL character; rename it".formatted(name.replace('\0', '?')));
        }
        requireLength(name, maxLength);
        String single = String.valueOf(quote);
        return single + name.replace(single, single + single) + single;
    }

    /**
     * Return whether a name must be quoted.
     *
     * @param name the name
     * @return whether it must
     */
    public boolean requiresQuotes(String name) {
        if (name.isEmpty() || reserved.contains(name.toLowerCase(Locale.ROOT))) {
            return true;
        }
        char first = name.charAt(0);
        if (first >= '0' && first <= '9' || first == '$') {
            return true;
        }
        return !name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '$');
    }
}
