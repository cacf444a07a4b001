package io.athanor.sql.tree;

import java.util.List;

/**
 * BETWEEN.
 *
 * @param operator {@link Operator#BETWEEN}, {@link Operator#BETWEEN_SYMMETRIC} or the negation of one
 * @param value what is compared
 * @param low the lower bound
 * @param high the upper bound
 * @since 0.1.0
 */
public record Between(Operator operator, Expression<?> value, Expression<?> low, Expression<?> high)
        implements Condition {
    static Between of(Expression<?> value, Expression<?> low, Expression<?> high, boolean isSymmetric) {
        return new Between(isSymmetric ? Operator.BETWEEN_SYMMETRIC : Operator.BETWEEN, value, low, high);
    }

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
        return new Between(operator, nodes.next(), nodes.next(), nodes.next());
    }

    @Override
    public Object shape() {
        return operator;
    }

    @Override
    public Condition not() {
        return new Between(operator.negated(), value, low, high);
    }
}
