package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE. Immutable and thread-safe: every clause returns a new statement. SET is written in the order of the table's
 * columns; columns with a client-side default for updates take it if they are not set. Other tables that values and
 * conditions name are found as a SELECT finds its FROM.
 *
 * @since 0.1.0
 */
public final class Update implements Statement {
    private final FromClause table;
    private final List<Assignment> assignments;
    private final List<FromClause> others;
    private final List<Expression<Boolean>> conditions;
    private final ChangeOptions options;

    private Update(
            FromClause table,
            List<Assignment> assignments,
            List<FromClause> others,
            List<Expression<Boolean>> conditions,
            ChangeOptions options) {
        this.table = table;
        this.assignments = assignments;
        this.others = others;
        this.conditions = conditions;
        this.options = options;
    }

    /**
     * Update a table.
     *
     * @param table a table, an alias of one, or an entity
     */
    public Update(FromClause table) {
        this(table, List.of(), List.of(), List.of(), ChangeOptions.NONE);
    }

    private Update with(AssignmentList changed) {
        return new Update(table, changed.toList(), others, conditions, options);
    }

    private Update with(ChangeOptions changed) {
        return new Update(table, assignments, others, conditions, changed);
    }

    /**
     * Set a column to a value.
     *
     * @param column the column
     * @param value the value, bound; a {@code null} variable gives NULL
     * @param <T> the Java type
     * @return a new statement
     */
    public <T> Update set(NamedColumn<T> column, @Nullable T value) {
        return with(new AssignmentList(assignments).set(column, value));
    }

    /**
     * Set a column to an expression.
     *
     * @param column the column
     * @param value the expression
     * @param <T> the Java type
     * @return a new statement
     */
    public <T> Update set(NamedColumn<T> column, Expression<? extends T> value) {
        return with(new AssignmentList(assignments).set(column, value));
    }

    /**
     * Set several columns.
     *
     * @param set sets them, once, before this method returns
     * @return a new statement
     */
    public Update set(Consumer<? super Assignments> set) {
        AssignmentList all = new AssignmentList(assignments);
        set.accept(all);
        return with(all);
    }

    /**
     * Set a column to NULL.
     *
     * @param column the column
     * @return a new statement
     */
    public Update setNull(NamedColumn<?> column) {
        return with(new AssignmentList(assignments).setNull(column));
    }

    /**
     * Keep SET in the order in which it was stated, for databases where a value sees what was set before it, such as MySQL.
     *
     * @return a new statement
     */
    public Update inStatedOrder() {
        return with(options.inStatedOrder());
    }

    /**
     * Leave columns that are not set as they are, even those with a client-side default for updates.
     *
     * @return a new statement
     */
    public Update withoutDefaults() {
        return with(options.withoutDefaults());
    }

    /**
     * Name other tables whose columns values and conditions use. Those that conditions name are found without.
     *
     * @param more tables, aliases, subqueries or joins
     * @return a new statement
     */
    public Update from(FromClause... more) {
        List<FromClause> all = new ArrayList<>(others);
        all.addAll(List.of(more));
        return new Update(table, assignments, List.copyOf(all), conditions, options);
    }

    /**
     * Add conditions; all must hold. Without any, every row is meant.
     *
     * @param more the conditions
     * @return a new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public final Update where(Expression<Boolean>... more) {
        List<Expression<Boolean>> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return new Update(table, assignments, others, List.copyOf(all), options);
    }

    /**
     * Change so many rows at most, of the databases that can.
     *
     * @param rows the number
     * @return a new statement
     */
    public Update limit(int rows) {
        return with(options.withLimit(rows));
    }

    /**
     * Give keywords, such as {@code OR REPLACE}, or an optimizer hint, where the dialect is one that takes them.
     *
     * @param hint the hint
     * @return a new statement
     * @throws io.athanor.sql.error.ArgumentException if the hint belongs elsewhere
     */
    public Update hint(Hint hint) {
        return with(options.withHint(hint));
    }

    /**
     * Tell whoever executes the statement how; a floor above reads it, such as how a session is brought up to date.
     *
     * @param first an option
     * @param more further options
     * @return a new statement
     */
    public Update options(StatementOption first, StatementOption... more) {
        List<StatementOption> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        return with(options.with(all));
    }

    /**
     * Yield one value of each changed row.
     *
     * @param one what is yielded
     * @param <T> what each row yields
     * @return a statement that yields rows
     */
    public <T> Returning<T> returning(Selectable<T> one) {
        return new Returning<>(this, RowShape.only(one));
    }

    /**
     * Yield values of each changed row.
     *
     * @param many what is yielded
     * @return a statement that yields rows
     */
    public Returning<Row> returning(Selectable<?>... many) {
        return new Returning<>(this, RowShape.rows(List.of(many)));
    }

    /**
     * Return what is updated.
     *
     * @return the table
     */
    public FromClause table() {
        return table;
    }

    /**
     * Return the changes.
     *
     * @return the assignments in order
     */
    public List<Assignment> assignments() {
        return assignments;
    }

    /**
     * Return the other tables that were named.
     *
     * @return the tables in order
     */
    public List<FromClause> others() {
        return others;
    }

    /**
     * Return the conditions.
     *
     * @return all of WHERE
     */
    public List<Expression<Boolean>> conditions() {
        return conditions;
    }

    /**
     * Return what is said beside rows and conditions.
     *
     * @return the options
     */
    public ChangeOptions options() {
        return options;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitUpdate(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(table);
        children.addAll(assignments);
        children.addAll(others);
        children.addAll(conditions);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Update(
                nodes.next(),
                nodes.next(assignments.size()),
                nodes.next(others.size()),
                nodes.next(conditions.size()),
                options);
    }

    @Override
    public Object shape() {
        return List.of(assignments.size(), others.size(), options);
    }
}
