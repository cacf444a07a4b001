package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.SelectClauses.Clause;
import io.athanor.sql.type.SqlTypes;
import java.util.Arrays;
import java.util.List;

/**
 * A SELECT. Immutable and thread-safe: every clause returns a new statement. FROM is found from what is selected and asked,
 * as in SQLAlchemy.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public final class Select<T> implements SelectStatement<T> {
    private final SelectClauses clauses;
    private final RowShape<T> shape;
    private final boolean isDistinct;
    private final LabelStyle labelStyle;

    private Select(SelectClauses clauses, RowShape<T> shape, boolean isDistinct, LabelStyle labelStyle) {
        this.clauses = clauses;
        this.shape = shape;
        this.isDistinct = isDistinct;
        this.labelStyle = labelStyle;
    }

    private Select(RowShape<T> shape) {
        this(SelectClauses.EMPTY.with(Clause.COLUMNS, shape.selected()), shape, false, LabelStyle.DISAMBIGUATE);
    }

    /**
     * Select one thing, which each row yields.
     *
     * @param only what is selected
     * @param <T> its Java type
     * @return the statement
     */
    public static <T> Select<T> of(Selectable<T> only) {
        if (only instanceof Text) {
            throw new ArgumentException(
                    "text(…) cannot be selected, since its type is not known; use literalColumn(sql, type)");
        }
        return new Select<>(RowShape.only(only));
    }

    /**
     * Select several things, of which each row yields a {@link Row}.
     *
     * @param columns what is selected
     * @return the statement
     */
    public static Select<Row> rows(List<? extends Selectable<?>> columns) {
        if (columns.stream().anyMatch(Text.class::isInstance)) {
            throw new ArgumentException(
                    "text(…) cannot be selected, since its type is not known; use literalColumn(sql, type)");
        }
        return new Select<>(RowShape.rows(columns));
    }

    private Select<T> with(SelectClauses changed) {
        return new Select<>(changed, shape, isDistinct, labelStyle);
    }

    /**
     * Select more.
     *
     * @param more what is added to the select list
     * @return a statement that yields rows
     */
    public Select<Row> addColumns(Selectable<?>... more) {
        SelectClauses changed = clauses.plus(Clause.COLUMNS, List.of(more));
        return new Select<>(changed, RowShape.rows(changed.<Selectable<?>>get(Clause.COLUMNS)), isDistinct, labelStyle);
    }

    /**
     * Replace the select list; SQLAlchemy's {@code with_only_columns}.
     *
     * @param columns what is selected instead
     * @return a statement that yields rows
     */
    public Select<Row> withOnlyColumns(List<? extends Selectable<?>> columns) {
        return new Select<>(clauses.with(Clause.COLUMNS, columns), RowShape.rows(columns), isDistinct, labelStyle);
    }

    /**
     * State FROM.
     *
     * @param from elements to be in FROM in any case
     * @return a new statement
     */
    public Select<T> from(FromClause... from) {
        return with(clauses.plus(Clause.FROM, List.of(from)));
    }

    /**
     * Join, ON by the target's own condition or a foreign key.
     *
     * @param target what is joined
     * @return a new statement
     */
    public Select<T> join(JoinTarget target) {
        return with(clauses.plus(Clause.JOINS, List.of(new JoinClause(target, null, JoinKind.INNER))));
    }

    /**
     * Join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new statement
     */
    public Select<T> join(JoinTarget target, Expression<Boolean> on) {
        return with(clauses.plus(Clause.JOINS, List.of(new JoinClause(target, on, JoinKind.INNER))));
    }

    /**
     * Left outer join, ON by the target's own condition or a foreign key.
     *
     * @param target what is joined
     * @return a new statement
     */
    public Select<T> outerJoin(JoinTarget target) {
        return with(clauses.plus(Clause.JOINS, List.of(new JoinClause(target, null, JoinKind.LEFT))));
    }

    /**
     * Left outer join.
     *
     * @param target what is joined
     * @param on the condition
     * @return a new statement
     */
    public Select<T> outerJoin(JoinTarget target, Expression<Boolean> on) {
        return with(clauses.plus(Clause.JOINS, List.of(new JoinClause(target, on, JoinKind.LEFT))));
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
        return with(clauses.plus(Clause.WHERE, List.of(conditions)));
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
        return with(clauses.plus(Clause.GROUP_BY, List.of(by)));
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
        return with(clauses.plus(Clause.HAVING, List.of(conditions)));
    }

    /**
     * Sort, after what is sorted by already.
     *
     * @param order what to sort by
     * @return a new statement
     */
    public Select<T> orderBy(Orderable... order) {
        return with(clauses.plus(Clause.ORDER_BY, List.of(order)));
    }

    /**
     * Sort by a label or column of the select list.
     *
     * @param label its name; never SQL
     * @return a new statement, refused when compiled if nothing has the name
     */
    public Select<T> orderBy(String label) {
        return with(clauses.plus(Clause.ORDER_BY, List.of(new LabelReference(label))));
    }

    /**
     * Drop equal rows, {@code DISTINCT}.
     *
     * @return a new statement
     */
    public Select<T> distinct() {
        return new Select<>(clauses, shape, true, labelStyle);
    }

    /**
     * Return at most so many rows.
     *
     * @param n the number, 0 or more
     * @return a new statement
     */
    public Select<T> limit(long n) {
        return with(clauses.with(Clause.LIMIT, List.of(count("limit", n))));
    }

    /**
     * Leave out the first rows.
     *
     * @param n the number, 0 or more
     * @return a new statement
     */
    public Select<T> offset(long n) {
        return with(clauses.with(Clause.OFFSET, List.of(count("offset", n))));
    }

    /**
     * Return the rows from one position to another, counted from the offset that is stated already.
     *
     * @param from the first position, from 0
     * @param to the position behind the last one
     * @return a new statement
     */
    public Select<T> slice(long from, long to) {
        if (to < from) {
            throw new ArgumentException("Slice [%d, %d] ends before it begins".formatted(from, to));
        }
        Long before = offsets().isEmpty() ? null : offsets().get(0).value();
        return limit(to - from).offset(before == null ? from : before + from);
    }

    private static Bind<Long> count(String name, long n) {
        if (n < 0) {
            throw new ArgumentException("%s [%d] is negative; give 0 or more".formatted(name, n));
        }
        return new Bind<>("param", n, SqlTypes.BIGINT);
    }

    /**
     * Choose how columns are named.
     *
     * @param style the style
     * @return a new statement
     */
    public Select<T> labelStyle(LabelStyle style) {
        return new Select<>(clauses, shape, isDistinct, style);
    }

    /**
     * Return how columns are named.
     *
     * @return the style
     */
    public LabelStyle labelStyle() {
        return labelStyle;
    }

    /**
     * Return whether equal rows are dropped.
     *
     * @return whether it is DISTINCT
     */
    public boolean isDistinct() {
        return isDistinct;
    }

    @Override
    public List<Selectable<?>> selected() {
        return clauses.get(Clause.COLUMNS);
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
    public List<Expression<?>> groupings() {
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
     * Return the limit.
     *
     * @return one bind, or none
     */
    public List<Bind<Long>> limits() {
        return clauses.get(Clause.LIMIT);
    }

    /**
     * Return the offset.
     *
     * @return one bind, or none
     */
    public List<Bind<Long>> offsets() {
        return clauses.get(Clause.OFFSET);
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
    public List<SqlNode> children() {
        return clauses.children();
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return with(clauses.withChildren(children));
    }

    @Override
    public Object shape() {
        return Arrays.asList(isDistinct, labelStyle, clauses.sizes());
    }
}
