package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression under a name.
 *
 * @param expression what is named
 * @param name the name
 * @param <T> the Java type
 * @since 0.1.0
 */
public record LabeledExpression<T>(Expression<T> expression, String name) implements Label<T> {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitLabel(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(expression);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new LabeledExpression<T>(nodes.next(), name);
    }

    @Override
    public Object shape() {
        return name;
    }

    @Override
    public SqlType<T> type() {
        return Operations.inherited(this);
    }

    @Override
    public @Nullable Operator operator() {
        return expression.operator();
    }
}
