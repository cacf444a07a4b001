package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * An operation on two operands.
 *
 * @param operator which operation
 * @param left the left operand
 * @param right the right operand
 * @param type the type of the result
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record BinaryOperation<T>(Operator operator, Expression<?> left, Expression<?> right, SqlType<T> type)
        implements Expression<T>, StatesType {
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
        return new BinaryOperation<>(operator, nodes.next(), nodes.next(), type);
    }

    @Override
    public Object shape() {
        return List.of(operator, type);
    }

    @Override
    public SqlType<?> statedType() {
        return type;
    }

    @Override
    public SqlNode withStatedType(SqlType<?> other) {
        return new BinaryOperation<>(operator, left, right, other);
    }
}
