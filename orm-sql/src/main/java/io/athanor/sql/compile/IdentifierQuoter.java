package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
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

    private final char quote;
    private final Set<String> reserved;

    /**
     * Create a quoter.
     *
     * @param quote the character before and after a quoted name; doubled inside
     * @param reserved the reserved words in lower case
     */
    public IdentifierQuoter(char quote, Set<String> reserved) {
        this.quote = quote;
        this.reserved = Set.copyOf(reserved);
    }

    /**
     * Write a name, quoted if needed.
     *
     * @param name the name
     * @return its SQL
     * @throws CompileException if the name is empty or holds a NUL character
     */
    public final String identifier(String name) {
        return requiresQuotes(name) ? quoted(name) : name;
    }

    /**
     * Write a name in quotes.
     *
     * @param name the name
     * @return its SQL
     * @throws CompileException if the name is empty or holds a NUL character
     */
    public final String quoted(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new CompileException(
                    "Identifier [%s] is empty or holds a NUL character; rename it".formatted(name.replace('\0', '?')));
        }
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
