package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;

/**
 * NULL.
 *
 * @param type the type that it stands for
 * @param <T> the Java type
 * @since 0.1.0
 */
public record NullExpression<T>(SqlType<T> type) implements Expression<T>, StatesType {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitNull(this);
    }

    @Override
    public SqlType<?> statedType() {
        return type;
    }

    @Override
    public SqlNode withStatedType(SqlType<?> other) {
        return new NullExpression<>(other);
    }
}
