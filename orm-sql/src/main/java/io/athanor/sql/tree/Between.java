package io.athanor.sql.tree;

import java.util.List;

/**
 * BETWEEN.
 *
 * @param value what is compared
 * @param low the lower bound
 * @param high the upper bound
 * @param isNegated whether it is NOT BETWEEN
 * @since 0.1.0
 */
public record Between(Expression<?> value, Expression<?> low, Expression<?> high, boolean isNegated)
        implements Condition {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitBetween(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(value, low, high);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Between(nodes.next(), nodes.next(), nodes.next(), isNegated);
    }

    @Override
    public Object shape() {
        return isNegated;
    }

    @Override
    public Operator operator() {
        return Operator.BETWEEN;
    }

    @Override
    public Condition not() {
        return new Between(value, low, high, !isNegated);
    }
}
