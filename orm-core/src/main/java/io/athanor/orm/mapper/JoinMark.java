package io.athanor.orm.mapper;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * Marks a column in the condition of a relationship: that it refers to the other one, or that it belongs to the related object.
 * It is SQLAlchemy's {@code foreign()} and {@code remote()}. Elsewhere it is the column itself. Immutable.
 *
 * @param expression the column
 * @param isForeign whether it refers to the other column
 * @param isRemote whether it belongs to the related object
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public record JoinMark<T>(Expression<T> expression, boolean isForeign, boolean isRemote) implements Expression<T> {
    @Override
    public SqlType<T> type() {
        return expression.type();
    }

    @Override
    public void accept(SqlVisitor visitor) {
        expression.accept(visitor);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(expression);
    }

    @Override
    @SuppressWarnings("unchecked") // the only child is replaced by one of its own kind
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new JoinMark<>((Expression<T>) children.get(0), isForeign, isRemote);
    }

    @Override
    public Object shape() {
        return List.of(isForeign, isRemote);
    }

    @Override
    public String toString() {
        return expression.toString();
    }
}
