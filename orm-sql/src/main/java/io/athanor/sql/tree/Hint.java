package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hint to the database. Its text is words, numbers and lists in parentheses, which cannot end the clause that it stands in,
 * nor begin a comment or a quote; anything else is refused.
 *
 * @param place where it stands
 * @param table what it is about, or {@code null} for the whole statement
 * @param text the hint
 * @param dialects the names of the dialects that it is for; none for all
 * @since 0.1.0
 */
public record Hint(Place place, @Nullable FromClause table, String text, Set<String> dialects) implements SqlNode {
    /** Where a hint stands. */
    public enum Place {
        /** Behind SELECT, as keywords. */
        KEYWORDS,
        /** Behind SELECT, in a comment that the database's optimizer reads. */
        OPTIMIZER,
        /** Behind a table in FROM. */
        TABLE,
        /** At the end of the statement. */
        STATEMENT
    }

    private static final Pattern WORDS = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*( [A-Za-z_][A-Za-z0-9_]*)*");
    private static final Pattern LISTS = Pattern.compile("[A-Za-z_][A-Za-z0-9_ ,.@=()]*");

    /**
     * Create a hint.
     *
     * @throws ArgumentException if the text is more than words, numbers and lists
     */
    // Words that would make another condition or another query of what stands behind a clause.
    private static final Pattern CLAUSES = Pattern.compile(
            ".*\\b(select|union|intersect|except|minus|from|where|having|into|values|and|or(?! (replace|ignore|abort|fail|rollback)\\b)|returning)\\b.*",
            Pattern.CASE_INSENSITIVE);

    public Hint {
        Pattern allowed = place == Place.KEYWORDS ? WORDS : LISTS;
        if (!allowed.matcher(text).matches()
                || !isBalanced(text)
                || place != Place.OPTIMIZER && CLAUSES.matcher(text).matches()) {
            throw new ArgumentException(
                    "Hint [%s] is more than %s; write it by text(…) if it is no one's input but yours"
                            .formatted(
                                    text,
                                    place == Place.KEYWORDS ? "keywords" : "words, numbers and lists in parentheses"));
        }
        dialects = Set.copyOf(dialects);
    }

    /**
     * Create keywords behind SELECT.
     *
     * @param text the keywords
     * @param dialects the names of the dialects that they are for; none for all
     * @return the hint
     * @throws ArgumentException if the text is more than words
     */
    public static Hint keywords(String text, String... dialects) {
        return new Hint(Place.KEYWORDS, null, text, Set.of(dialects));
    }

    /**
     * Create a comment behind SELECT that the database's optimizer reads.
     *
     * @param text words, numbers and lists in parentheses
     * @param dialects the names of the dialects that it is for; none for all
     * @return the hint
     * @throws ArgumentException if the text is more than that
     */
    public static Hint optimizer(String text, String... dialects) {
        return new Hint(Place.OPTIMIZER, null, text, Set.of(dialects));
    }

    /**
     * Create a hint about a table.
     *
     * @param table an element of FROM
     * @param text words, numbers and lists in parentheses
     * @param dialects the names of the dialects that it is for; none for all
     * @return the hint
     * @throws ArgumentException if the text is more than that
     */
    public static Hint table(FromClause table, String text, String... dialects) {
        return new Hint(Place.TABLE, table, text, Set.of(dialects));
    }

    /**
     * Create a hint at the end of the statement.
     *
     * @param text words, numbers and lists in parentheses
     * @param dialects the names of the dialects that it is for; none for all
     * @return the hint
     * @throws ArgumentException if the text is more than that
     */
    public static Hint statement(String text, String... dialects) {
        return new Hint(Place.STATEMENT, null, text, Set.of(dialects));
    }

    private static boolean isBalanced(String text) {
        int open = 0;
        for (char c : text.toCharArray()) {
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                return false;
            }
        }
        return open == 0;
    }

    /**
     * Return whether the hint is for a dialect.
     *
     * @param dialect the dialect's name
     * @return whether it is
     */
    public boolean isFor(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitHint(this);
    }

    @Override
    public List<SqlNode> children() {
        return table == null ? List.of() : List.of(table);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Hint(place, table == null ? null : new Nodes(children).next(), text, dialects);
    }

    @Override
    public Object shape() {
        return Arrays.asList(place, text, dialects);
    }
}
