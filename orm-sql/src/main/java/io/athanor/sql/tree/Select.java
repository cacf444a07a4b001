package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.SelectClauses.Clause;
import java.util.List;

/**
 * A SELECT. Immutable and thread-safe: every clause returns a new statement. FROM is found from what is selected and asked,
 * as in SQLAlchemy.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public final class Select<T> extends SelectExtras<T> {
    private final RowShape<T> shape;

    private Select(SelectClauses clauses, RowShape<T> shape, SelectOptions options) {
        super(clauses, options);
        this.shape = shape;
    }

    private Select(RowShape<T> shape) {
        this(SelectClauses.EMPTY.with(Clause.COLUMNS, shape.selected()), shape, SelectOptions.NONE);
    }

    /**
     * Select one thing, which each row yields.
     *
     * @param only what is selected
     * @param <T> its Java type
     * @return the statement
     */
    public static <T> Select<T> of(Selectable<T> only) {
        refuseText(List.of(only));
        return new Select<>(RowShape.only(only));
    }

    /**
     * Select several things, of which each row yields a {@link Row}.
     *
     * @param columns what is selected
     * @return the statement
     */
    public static Select<Row> rows(List<? extends Selectable<?>> columns) {
        refuseText(columns);
        return new Select<>(RowShape.rows(columns));
    }

    private static void refuseText(List<? extends Selectable<?>> columns) {
        if (columns.stream().anyMatch(Text.class::isInstance)) {
            throw new ArgumentException(
                    "text(…) cannot be selected, since its type is not known; use literalColumn(sql, type)");
        }
    }

    @Override
    Select<T> with(SelectClauses changed) {
        return new Select<>(changed, shape, options);
    }

    @Override
    Select<T> with(SelectOptions changed) {
        return new Select<>(clauses, shape, changed);
    }

    /**
     * Select more.
     *
     * @param more what is added to the select list
     * @return a statement that yields rows
     */
    public Select<Row> addColumns(Selectable<?>... more) {
        SelectClauses changed = clauses.plus(Clause.COLUMNS, List.of(more));
        return new Select<>(changed, RowShape.rows(changed.<Selectable<?>>get(Clause.COLUMNS)), options);
    }

    /**
     * Replace the select list; SQLAlchemy's {@code with_only_columns}.
     *
     * @param columns what is selected instead
     * @return a statement that yields rows
     */
    public Select<Row> withOnlyColumns(List<? extends Selectable<?>> columns) {
        return new Select<>(clauses.with(Clause.COLUMNS, columns), RowShape.rows(columns), options);
    }

    /**
     * Return this statement with other joins.
     *
     * @param joins the joins, in order, instead of those that it has
     * @return a new statement
     */
    public Select<T> withOnlyJoins(List<JoinClause> joins) {
        return with(clauses.with(Clause.JOINS, joins));
    }

    /**
     * State FROM as what the select list belongs to, so that it stays when the select list is replaced.
     *
     * @return a new statement
     */
    public Select<T> keepFrom() {
        return plus(Clause.FROM, List.copyOf(FromElements.of(selected())));
    }

    /**
     * State FROM.
     *
     * @param from elements to be in FROM in any case
     * @return a new statement
     */
    public Select<T> from(FromClause... from) {
        return plus(Clause.FROM, List.of(from));
    }

    private Select<T> joined(JoinClause join) {
        return plus(Clause.JOINS, List.of(join));
    }

    /**
     * Join, ON by the target's own condition or a foreign key.
     *
     * @param target what is joined
     * @return a new statement
     */
    public Select<T> join(JoinTarget target) {
        return joined(new JoinClause(target, null, JoinKind.INNER));
    }

    /**
     * Join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new statement
     */
    public Select<T> join(JoinTarget target, Expression<Boolean> on) {
        return joined(new JoinClause(target, on, JoinKind.INNER));
    }

    /**
     * Left outer join, ON by the target's own condition or a foreign key.
     *
     * @param target what is joined
     * @return a new statement
     */
    public Select<T> outerJoin(JoinTarget target) {
        return joined(new JoinClause(target, null, JoinKind.LEFT));
    }

    /**
     * Left outer join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new statement
     */
    public Select<T> outerJoin(JoinTarget target, Expression<Boolean> on) {
        return joined(new JoinClause(target, on, JoinKind.LEFT));
    }

    /**
     * Full outer join, ON by the target's own condition or a foreign key.
     *
     * @param target what is joined
     * @return a new statement
     */
    public Select<T> fullJoin(JoinTarget target) {
        return joined(new JoinClause(target, null, JoinKind.FULL));
    }

    /**
     * Full outer join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new statement
     */
    public Select<T> fullJoin(JoinTarget target, Expression<Boolean> on) {
        return joined(new JoinClause(target, on, JoinKind.FULL));
    }

    /**
     * Add conditions; all must hold.
     *
     * @param conditions the conditions
     * @return a new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public final Select<T> where(Expression<Boolean>... conditions) {
        return plus(Clause.WHERE, List.of(conditions));
    }

    /**
     * Add a condition: a column equals a value.
     *
     * @param column the column
     * @param value the value; {@code null} asks for NULL
     * @param <V> the Java type
     * @return a new statement
     */
    public <V> Select<T> filterBy(NamedColumn<V> column, V value) {
        return where(column.eq(value));
    }

    /**
     * Group.
     *
     * @param by what rows of one group have in common
     * @return a new statement
     */
    public Select<T> groupBy(Expression<?>... by) {
        return plus(Clause.GROUP_BY, List.of(by));
    }

    /**
     * Group by a label or column of the select list.
     *
     * @param label its name; never SQL
     * @return a new statement, refused when compiled if nothing has the name
     */
    public Select<T> groupBy(String label) {
        return plus(Clause.GROUP_BY, List.of(new LabelReference(label)));
    }

    /**
     * Group no longer.
     *
     * @return a new statement
     */
    public Select<T> clearGroupBy() {
        return with(clauses.with(Clause.GROUP_BY, List.of()));
    }

    /**
     * Add conditions on groups; all must hold.
     *
     * @param conditions the conditions
     * @return a new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public final Select<T> having(Expression<Boolean>... conditions) {
        return plus(Clause.HAVING, List.of(conditions));
    }

    /**
     * Sort, after what is sorted by already.
     *
     * @param order what to sort by
     * @return a new statement
     */
    public Select<T> orderBy(Orderable... order) {
        return plus(Clause.ORDER_BY, List.of(order));
    }

    /**
     * Sort by a label or column of the select list.
     *
     * @param label its name; never SQL
     * @return a new statement, refused when compiled if nothing has the name
     */
    public Select<T> orderBy(String label) {
        return orderBy(new LabelReference(label));
    }

    /**
     * Sort no longer.
     *
     * @return a new statement
     */
    public Select<T> clearOrderBy() {
        return with(clauses.with(Clause.ORDER_BY, List.of()));
    }

    /**
     * Drop equal rows, {@code DISTINCT}.
     *
     * @return a new statement
     */
    public Select<T> distinct() {
        return with(options.distinct());
    }

    /**
     * Keep the first of all rows that are equal in some expressions; plain {@code DISTINCT} where a database has no
     * {@code DISTINCT ON}.
     *
     * @param on what is compared
     * @return a new statement
     */
    public Select<T> distinctOn(Expression<?>... on) {
        return plus(Clause.DISTINCT_ON, List.of(on)).distinct();
    }

    /**
     * Return at most so many rows.
     *
     * @param n the number, 0 or more
     * @return a new statement
     */
    public Select<T> limit(long n) {
        return limit(RowCounts.count("limit", n));
    }

    /**
     * Return at most so many rows.
     *
     * @param n the number
     * @return a new statement
     */
    public Select<T> limit(Expression<? extends Number> n) {
        return with(clauses.with(Clause.LIMIT, List.of(n)).with(Clause.FETCH, List.of()));
    }

    /**
     * Return as many rows as there are.
     *
     * @return a new statement without limit and fetch
     */
    public Select<T> clearLimit() {
        return with(clauses.with(Clause.LIMIT, List.of()).with(Clause.FETCH, List.of()));
    }

    /**
     * Leave out the first rows.
     *
     * @param n the number, 0 or more
     * @return a new statement
     */
    public Select<T> offset(long n) {
        return offset(RowCounts.count("offset", n));
    }

    /**
     * Leave out the first rows.
     *
     * @param n the number
     * @return a new statement
     */
    public Select<T> offset(Expression<? extends Number> n) {
        return with(clauses.with(Clause.OFFSET, List.of(n)));
    }

    /**
     * Return the rows from one position to another.
     *
     * @param from the first position, from 0
     * @param to the position behind the last one
     * @return a new statement
     */
    public Select<T> slice(long from, long to) {
        if (to < from) {
            throw new ArgumentException("Slice [%d, %d] ends before it begins".formatted(from, to));
        }
        return limit(to - from).offset(from);
    }

    /**
     * Return at most so many rows, by {@code FETCH FIRST}.
     *
     * @param n the number, 0 or more
     * @return a new statement
     */
    public Select<T> fetch(long n) {
        return fetch(RowCounts.count("fetch", n), FetchMode.ROWS);
    }

    /**
     * Return at most so many rows, by {@code FETCH FIRST}.
     *
     * @param n the number
     * @param mode what is counted
     * @return a new statement
     */
    public Select<T> fetch(Expression<? extends Number> n, FetchMode mode) {
        SelectClauses changed = clauses.with(Clause.FETCH, List.of(n)).with(Clause.LIMIT, List.of());
        return new Select<>(changed, shape, options.fetching(mode));
    }

    /**
     * Lock the rows for a change of them, {@code FOR UPDATE}.
     *
     * @return a new statement
     */
    public Select<T> forUpdate() {
        return forUpdate(ForUpdate.UPDATE);
    }

    /**
     * Lock the rows.
     *
     * @param lock what is locked, and how it is waited for
     * @return a new statement
     */
    public Select<T> forUpdate(ForUpdate lock) {
        return with(clauses.with(Clause.LOCK, List.of(lock)));
    }

    /**
     * Leave these FROM elements to the enclosing SELECT, as a subquery, and no others.
     *
     * @param outer the elements; none to leave nothing to it
     * @return a new statement
     */
    public Select<T> correlate(FromClause... outer) {
        return plus(Clause.CORRELATE, List.of(outer)).with(options.correlated(false));
    }

    /**
     * Leave all FROM elements that the enclosing SELECT has to it, as a subquery, but these.
     *
     * @param own the elements
     * @return a new statement
     */
    public Select<T> correlateExcept(FromClause... own) {
        return plus(Clause.CORRELATE_EXCEPT, List.of(own)).with(options.correlated(true));
    }

    @Override
    public RowShape<T> shapeOfRows() {
        return shape;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitSelect(this);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return with(clauses.withChildren(children));
    }
}
