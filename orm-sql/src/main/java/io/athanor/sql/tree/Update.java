package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE. Immutable and thread-safe: every clause returns a new statement.
 *
 * @since 0.1.0
 */
public final class Update implements Statement {
    private final FromClause table;
    private final List<Assignment> assignments;
    private final List<Expression<Boolean>> conditions;

    private Update(FromClause table, List<Assignment> assignments, List<Expression<Boolean>> conditions) {
        this.table = table;
        this.assignments = assignments;
        this.conditions = conditions;
    }

    /**
     * Update a table.
     *
     * @param table a table or an entity
     */
    public Update(FromClause table) {
        this(table, List.of(), List.of());
    }

    private Update with(AssignmentList changed) {
        return new Update(table, changed.toList(), conditions);
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
     * Set a column to NULL.
     *
     * @param column the column
     * @return a new statement
     */
    public Update setNull(NamedColumn<?> column) {
        return with(new AssignmentList(assignments).setNull(column));
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
        return new Update(table, assignments, List.copyOf(all));
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
     * Return the conditions.
     *
     * @return all of WHERE
     */
    public List<Expression<Boolean>> conditions() {
        return conditions;
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
        children.addAll(conditions);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Update(nodes.next(), nodes.next(assignments.size()), nodes.next(conditions.size()));
    }

    @Override
    public Object shape() {
        return assignments.size();
    }
}
