package io.athanor.sql.tree;

import java.util.List;

/**
 * NOT of a condition that has no negation of its own.
 *
 * @param operand what is negated
 * @since 0.1.0
 */
public record Not(Expression<Boolean> operand) implements Condition {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitNot(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(operand);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Not(nodes.next());
    }

    @Override
    public Operator operator() {
        return Operator.NOT;
    }

    @Override
    public Condition not() {
        return operand instanceof Truth truth ? truth : new Not(this);
    }
}
