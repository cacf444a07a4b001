package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;

/**
 * Raw SQL as a column expression.
 *
 * @param sql the text, rendered as it is
 * @param type the type of the value
 * @param <T> the Java type of the value
 * @since 0.1.0
 */
public record LiteralColumn<T>(String sql, SqlType<T> type) implements Expression<T>, StatesType {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitLiteralColumn(this);
    }

    @Override
    public Object shape() {
        return this;
    }

    @Override
    public SqlType<?> statedType() {
        return type;
    }

    @Override
    public SqlNode withStatedType(SqlType<?> other) {
        return new LiteralColumn<>(sql, other);
    }
}
