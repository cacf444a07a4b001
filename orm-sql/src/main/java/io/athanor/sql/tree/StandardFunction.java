package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function by its name.
 *
 * @param name the function's name
 * @param arguments the arguments
 * @param ownType the type of the result, or {@code null} for that of the first argument
 * @param isDistinct whether the call aggregates distinct values only
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record StandardFunction<T>(
        String name,
        List<? extends SqlNode> arguments,
        @Nullable SqlType<T> ownType,
        boolean isDistinct) implements FunctionCall<T> {
    @Override
    public FunctionCall<T> distinct() {
        return new StandardFunction<>(name, arguments, ownType, true);
    }

    @Override
    @SuppressWarnings("unchecked") // without a type of its own it was built with a first argument of T
    public SqlType<T> type() {
        return ownType == null ? ((Expression<T>) arguments.get(0)).type() : ownType;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitFunction(this);
    }

    @Override
    public List<? extends SqlNode> children() {
        return arguments;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new StandardFunction<>(name, List.copyOf(children), ownType, isDistinct);
    }

    @Override
    public Object shape() {
        return Arrays.asList(name, ownType, isDistinct);
    }
}
