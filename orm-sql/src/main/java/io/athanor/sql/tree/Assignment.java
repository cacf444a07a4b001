package io.athanor.sql.tree;

import java.util.List;

/**
 * A column and the value that an INSERT or UPDATE gives it.
 *
 * @param column what is set
 * @param value what it is set to
 * @since 0.1.0
 */
public record Assignment(NamedColumn<?> column, Expression<?> value) implements SqlNode {
    @Override
    public void accept(SqlVisitor visitor) {
        value.accept(visitor);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(column, value);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Assignment(nodes.next(), nodes.next());
    }
}
