package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A function computed for each row over the rows of its window.
 *
 * @param call the call
 * @param window partition, order and frame
 * @param <T> the Java type of the result
 * @since 0.1.0
 */
public record WindowFunction<T>(FunctionCall<T> call, Window window) implements Expression<T> {
    @Override
    public SqlType<T> type() {
        return Operations.inherited(this);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitWindowFunction(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(call, window);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new WindowFunction<T>(nodes.next(), nodes.next());
    }
}
