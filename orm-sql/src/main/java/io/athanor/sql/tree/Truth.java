package io.athanor.sql.tree;

import java.util.List;

/**
 * A boolean expression, such as a column, as a condition.
 *
 * @param operand the expression
 * @since 0.1.0
 */
public record Truth(Expression<Boolean> operand) implements Condition {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitTruth(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(operand);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Truth(new Nodes(children).next());
    }

    @Override
    public Condition not() {
        return operand instanceof BooleanConstant constant ? new Truth(constant.not()) : new Not(this);
    }
}
