package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A DELETE. Immutable and thread-safe: every clause returns a new statement.
 *
 * @since 0.1.0
 */
public final class Delete implements Statement {
    private final FromClause table;
    private final List<Expression<Boolean>> conditions;

    private Delete(FromClause table, List<Expression<Boolean>> conditions) {
        this.table = table;
        this.conditions = conditions;
    }

    /**
     * Delete from a table.
     *
     * @param table a table or an entity
     */
    public Delete(FromClause table) {
        this(table, List.of());
    }

    /**
     * Add conditions; all must hold. Without any, every row is meant.
     *
     * @param more the conditions
     * @return a new statement
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public final Delete where(Expression<Boolean>... more) {
        List<Expression<Boolean>> all = new ArrayList<>(conditions);
        all.addAll(List.of(more));
        return new Delete(table, List.copyOf(all));
    }

    /**
     * Return what is deleted from.
     *
     * @return the table
     */
    public FromClause table() {
        return table;
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
        visitor.visitDelete(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(table);
        children.addAll(conditions);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Delete(nodes.next(), nodes.next(conditions.size()));
    }
}
