package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * The open door: an expression of a user's own class, rendered by a rule of the engine's {@code CompileRules}. A statement
 * that holds one is compiled each time, unless the subclass gives a {@link #shape}.
 *
 * @param <T> the Java type of its value
 * @since 0.1.0
 */
public abstract class CustomExpression<T> implements Expression<T> {
    private final SqlType<T> type;
    private final List<SqlNode> children;

    /**
     * Create an expression.
     *
     * @param type the type of its value
     * @param children the nodes below it, which its rule compiles
     */
    protected CustomExpression(SqlType<T> type, SqlNode... children) {
        this.type = type;
        this.children = List.of(children);
    }

    @Override
    public final SqlType<T> type() {
        return type;
    }

    @Override
    public final void accept(SqlVisitor visitor) {
        visitor.visitCustom(this);
    }

    @Override
    public final List<SqlNode> children() {
        return children;
    }

    @Override
    public Object shape() {
        return Shape.UNCACHED;
    }
}
