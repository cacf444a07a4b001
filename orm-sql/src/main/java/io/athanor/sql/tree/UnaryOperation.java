package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * An operator before its only operand: a minus, a bitwise not, one of a user's own.
 *
 * @param operator which operation
 * @param operand the operand
 * @param type the type of the result
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record UnaryOperation<T>(Operator operator, Expression<?> operand, SqlType<T> type)
        implements Expression<T>, StatesType {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitUnary(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(operand);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new UnaryOperation<>(operator, nodes.next(), type);
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
        return new UnaryOperation<>(operator, operand, other);
    }
}
