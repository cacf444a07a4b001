package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation on two operands.
 *
 * @param operator which operation
 * @param left the left operand
 * @param right the right operand
 * @param ownType the type of the result, or {@code null} for that of the left operand
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record BinaryOperation<T>(
        Operator operator,
        Expression<?> left,
        Expression<?> right,
        @Nullable SqlType<T> ownType) implements Expression<T> {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitBinary(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(left, right);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new BinaryOperation<>(operator, nodes.next(), nodes.next(), ownType);
    }

    @Override
    public Object shape() {
        return ownType == null ? operator : List.of(operator, ownType);
    }

    @Override
    @SuppressWarnings("unchecked") // without a type of its own it was built from a left operand of T
    public SqlType<T> type() {
        return ownType == null ? (SqlType<T>) left.type() : ownType;
    }
}
