package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value that is written into the SQL as a literal, quoted by the dialect. Statements that differ in it are compiled
 * separately.
 *
 * @param value the value, or {@code null} for NULL
 * @param type its type
 * @param <T> its Java type
 * @since 0.1.0
 */
public record InlineValue<T>(@Nullable T value, SqlType<T> type) implements Expression<T>, StatesType {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitInlineValue(this);
    }

    @Override
    public Object shape() {
        return Arrays.asList(value, type);
    }

    @Override
    public SqlType<?> statedType() {
        return type;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // a type of the same Java class
    public SqlNode withStatedType(SqlType<?> other) {
        return new InlineValue(value, other);
    }
}
