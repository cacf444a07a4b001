package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * CAST.
 *
 * @param operand what is converted
 * @param type the type to convert to
 * @param isTry whether it is TRY_CAST, which gives NULL where the value cannot be converted
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record Cast<T>(Expression<?> operand, SqlType<T> type, boolean isTry) implements Expression<T>, StatesType {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitCast(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(operand);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Cast<>(nodes.next(), type, isTry);
    }

    @Override
    public Object shape() {
        return List.of(type, isTry);
    }

    @Override
    public SqlType<?> statedType() {
        return type;
    }

    @Override
    public SqlNode withStatedType(SqlType<?> other) {
        return new Cast<>(operand, other, isTry);
    }
}
