package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.SelectClauses.Clause;
import java.util.List;

/** What is said beside a SELECT, rather than what it selects. */
abstract class SelectExtras<T> extends SelectParts<T> {
    SelectExtras(SelectClauses clauses, SelectOptions options) {
        super(clauses, options);
    }

    abstract Select<T> with(SelectClauses changed);

    abstract Select<T> with(SelectOptions changed);

    final Select<T> plus(Clause clause, List<? extends SqlNode> nodes) {
        return with(clauses.plus(clause, nodes));
    }

    /**
     * Put common table expressions into WITH, even if nothing else of the statement names them.
     *
     * @param ctes the common table expressions
     * @return a new statement
     */
    public Select<T> with(Cte... ctes) {
        return plus(Clause.CTES, List.of(ctes));
    }

    /**
     * Put raw SQL behind SELECT.
     *
     * @param sql the text
     * @return a new statement
     */
    public Select<T> prefix(Text sql) {
        return plus(Clause.PREFIXES, List.of(sql));
    }

    /**
     * Put raw SQL at the end.
     *
     * @param sql the text
     * @return a new statement
     */
    public Select<T> suffix(Text sql) {
        return plus(Clause.SUFFIXES, List.of(sql));
    }

    /**
     * Give the database a hint, where there are such hints.
     *
     * @param hint the hint
     * @return a new statement
     */
    public Select<T> hint(Hint hint) {
        return plus(Clause.HINTS, List.of(hint));
    }

    /**
     * Put a comment in front of the statement, such as for the log of the database.
     *
     * @param text the comment, which replaces an earlier one
     * @return a new statement
     * @throws ArgumentException if the text could end the comment, or begin another
     */
    public Select<T> comment(String text) {
        if (text.contains("*/") || text.contains("/*") || text.indexOf('\0') >= 0) {
            throw new ArgumentException("Comment [%s] holds the beginning or the end of a comment, or NUL; leave it out"
                    .formatted(text.replace('\0', '?')));
        }
        return with(options.commented(text));
    }

    /**
     * Choose how columns are named.
     *
     * @param style the style
     * @return a new statement
     */
    public Select<T> labelStyle(LabelStyle style) {
        return with(options.labelled(style));
    }

    /**
     * Tell whoever executes the statement how; a floor above reads it, such as the ORM's loading options.
     *
     * @param more the options, after those stated already
     * @return a new statement
     */
    public Select<T> options(StatementOption... more) {
        return with(options.with(List.of(more)));
    }
}
