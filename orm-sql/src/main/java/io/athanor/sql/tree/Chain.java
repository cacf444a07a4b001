package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code +}, {@code *} or {@code ||} of two operands or more. A chain of one operator is one node, so that a long one is
 * not deep.
 *
 * @param operator an operator that may be written without parentheses inside itself
 * @param operands at least two
 * @param type the type of the result
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record Chain<T>(Operator operator, List<Expression<?>> operands, SqlType<T> type)
        implements Expression<T>, StatesType {
    static <T> Expression<T> of(Operator operator, Expression<?> left, Expression<?> right, SqlType<T> type) {
        List<Expression<?>> operands = new ArrayList<>();
        add(operator, left, operands);
        add(operator, right, operands);
        return new Chain<>(operator, List.copyOf(operands), type);
    }

    private static void add(Operator operator, Expression<?> operand, List<Expression<?>> operands) {
        if (operand instanceof Chain<?> chain && chain.operator == operator) {
            operands.addAll(chain.operands);
        } else {
            operands.add(operand);
        }
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitChain(this);
    }

    @Override
    public List<Expression<?>> children() {
        return operands;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Chain<>(operator, new Nodes(children).next(children.size()), type);
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
        return new Chain<>(operator, operands, other);
    }
}
