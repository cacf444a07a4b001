package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * The negative of a number.
 *
 * @param operand the number
 * @param <T> the Java type
 * @since 0.1.0
 */
public record Negation<T>(Expression<T> operand) implements Expression<T> {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitNegation(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(operand);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Negation<T>(nodes.next());
    }

    @Override
    public SqlType<T> type() {
        return operand.type();
    }

    @Override
    public Operator operator() {
        return Operator.NEGATE;
    }
}
