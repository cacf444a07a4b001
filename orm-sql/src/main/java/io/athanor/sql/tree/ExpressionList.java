package io.athanor.sql.tree;

import java.util.List;

/**
 * Expressions in parentheses.
 *
 * @param expressions the expressions
 * @since 0.1.0
 */
public record ExpressionList(List<? extends Expression<?>> expressions) implements SqlNode {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitExpressionList(this);
    }

    @Override
    public List<? extends Expression<?>> children() {
        return expressions;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new ExpressionList(nodes.next(children.size()));
    }
}
