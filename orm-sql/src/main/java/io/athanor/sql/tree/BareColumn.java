package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;

/**
 * A column by its name alone, of no known table; quoted where needed.
 *
 * @param name the name
 * @param type the type to read it as
 * @param <T> its Java type
 * @since 0.1.0
 */
public record BareColumn<T>(String name, SqlType<T> type) implements Expression<T>, StatesType {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitBareColumn(this);
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
        return new BareColumn<>(name, other);
    }
}
