package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another Java type for the same SQL.
 *
 * @param operand the expression
 * @param type the type to read and bind as
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record TypeCoercion<T>(Expression<?> operand, SqlType<T> type) implements Expression<T>, StatesType {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitTypeCoercion(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(operand);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new TypeCoercion<>(nodes.next(), type);
    }

    @Override
    public Object shape() {
        return type;
    }

    @Override
    public @Nullable Operator operator() {
        return operand.operator();
    }

    @Override
    public SqlType<?> statedType() {
        return type;
    }

    @Override
    public SqlNode withStatedType(SqlType<?> other) {
        return new TypeCoercion<>(operand, other);
    }
}
