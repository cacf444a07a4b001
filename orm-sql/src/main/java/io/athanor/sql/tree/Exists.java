package io.athanor.sql.tree;

import java.util.List;

/**
 * EXISTS.
 *
 * @param select the subquery
 * @param isNegated whether it is NOT EXISTS
 * @since 0.1.0
 */
public record Exists(SelectStatement<?> select, boolean isNegated) implements Condition {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitExists(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(select);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Exists(nodes.next(), isNegated);
    }

    @Override
    public Object shape() {
        return isNegated;
    }

    @Override
    public Operator operator() {
        return isNegated ? Operator.NOT : Operator.EXISTS;
    }

    @Override
    public Condition not() {
        return new Exists(select, !isNegated);
    }
}
