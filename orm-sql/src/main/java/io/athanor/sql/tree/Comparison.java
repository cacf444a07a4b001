package io.athanor.sql.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two operands, IN and LIKE included.
 *
 * @param operator which comparison
 * @param left the left operand
 * @param right the right operand: an expression or a list of them
 * @param escape the escape character of LIKE, or {@code null}
 * @since 0.1.0
 */
public record Comparison(
        Operator operator,
        Expression<?> left,
        SqlNode right,
        @Nullable Character escape) implements Condition {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitComparison(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(left, right);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Comparison(operator, nodes.next(), nodes.next(), escape);
    }

    @Override
    public Object shape() {
        return Arrays.asList(operator, escape);
    }

    @Override
    public Condition not() {
        // That not any row is equal is something else than that any row differs.
        boolean isNegatable = operator.hasNegation() && !(right instanceof Quantified<?>);
        return isNegatable ? new Comparison(operator.negated(), left, right, escape) : new Not(this);
    }
}
