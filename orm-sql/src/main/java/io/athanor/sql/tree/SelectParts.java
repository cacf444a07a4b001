package io.athanor.sql.tree;

import io.athanor.sql.tree.SelectClauses.Clause;
import java.util.List;

/** What a SELECT consists of, for those who read it. */
abstract class SelectParts<T> implements SelectStatement<T> {
    final SelectClauses clauses;
    final SelectOptions options;

    SelectParts(SelectClauses clauses, SelectOptions options) {
        this.clauses = clauses;
        this.options = options;
    }

    /**
     * Return how columns are named.
     *
     * @return the style
     */
    public LabelStyle labelStyle() {
        return options.labelStyle();
    }

    /**
     * Return whether equal rows are dropped.
     *
     * @return whether it is DISTINCT
     */
    public boolean isDistinct() {
        return options.isDistinct();
    }

    /**
     * Return what the rows are compared by when equal ones are dropped.
     *
     * @return the expressions of DISTINCT ON; none to compare all that is selected
     */
    public List<SqlNode> distinctBy() {
        return clauses.get(Clause.DISTINCT_ON);
    }

    /**
     * Return the comment.
     *
     * @return its text, or {@code ""}
     */
    public String comment() {
        return options.comment();
    }

    /**
     * Return whether FROM elements of the enclosing SELECT are left to it without being named.
     *
     * @return whether they are
     */
    public boolean isAutoCorrelated() {
        return options.isAutoCorrelated();
    }

    /**
     * Return whether all FROM elements are left to the enclosing SELECT but {@link #correlatedExcept}.
     *
     * @return whether they are
     */
    public boolean isCorrelatedExcept() {
        return options.isCorrelatedExcept();
    }

    /**
     * Return what whoever executes the statement was told.
     *
     * @return the options in order
     */
    public List<StatementOption> statementOptions() {
        return options.more();
    }

    @Override
    public List<Selectable<?>> selected() {
        return clauses.get(Clause.COLUMNS);
    }

    /**
     * Return the common table expressions that are in WITH in any case.
     *
     * @return the stated ones
     */
    public List<Cte> ctes() {
        return clauses.get(Clause.CTES);
    }

    /**
     * Return the raw SQL behind SELECT.
     *
     * @return the texts in order
     */
    public List<Text> prefixes() {
        return clauses.get(Clause.PREFIXES);
    }

    /**
     * Return the raw SQL at the end.
     *
     * @return the texts in order
     */
    public List<Text> suffixes() {
        return clauses.get(Clause.SUFFIXES);
    }

    /**
     * Return the hints to the database.
     *
     * @return the hints in order
     */
    public List<Hint> hints() {
        return clauses.get(Clause.HINTS);
    }

    /**
     * Return the stated FROM elements.
     *
     * @return the elements, perhaps none
     */
    public List<FromClause> froms() {
        return clauses.get(Clause.FROM);
    }

    /**
     * Return the joins.
     *
     * @return the joins in order
     */
    public List<JoinClause> joins() {
        return clauses.get(Clause.JOINS);
    }

    /**
     * Return the conditions.
     *
     * @return all of WHERE
     */
    public List<Expression<Boolean>> conditions() {
        return clauses.get(Clause.WHERE);
    }

    /**
     * Return what is grouped by.
     *
     * @return GROUP BY
     */
    public List<SqlNode> groupings() {
        return clauses.get(Clause.GROUP_BY);
    }

    /**
     * Return the conditions on groups.
     *
     * @return all of HAVING
     */
    public List<Expression<Boolean>> groupConditions() {
        return clauses.get(Clause.HAVING);
    }

    /**
     * Return what is sorted by.
     *
     * @return ORDER BY
     */
    public List<Orderable> orderings() {
        return clauses.get(Clause.ORDER_BY);
    }

    /**
     * Return which rows are returned.
     *
     * @return the limit and the offset
     */
    public RowLimit rowLimit() {
        return clauses.rowLimit(options.fetchMode());
    }

    /**
     * Return what is locked.
     *
     * @return one lock, or none
     */
    public List<ForUpdate> locks() {
        return clauses.get(Clause.LOCK);
    }

    /**
     * Return the FROM elements that are left to an enclosing SELECT.
     *
     * @return the stated elements
     */
    public List<FromClause> correlated() {
        return clauses.get(Clause.CORRELATE);
    }

    /**
     * Return the only FROM elements that are not left to an enclosing SELECT.
     *
     * @return the stated elements
     */
    public List<FromClause> correlatedExcept() {
        return clauses.get(Clause.CORRELATE_EXCEPT);
    }

    @Override
    public List<SqlNode> children() {
        return clauses.children();
    }

    @Override
    public Object shape() {
        return List.of(options, clauses.sizes());
    }
}
