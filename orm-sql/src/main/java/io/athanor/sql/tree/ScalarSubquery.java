package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A subquery as a value.
 *
 * @param select a query of one column
 * @param <T> the Java type of that column
 * @since 0.1.0
 */
public record ScalarSubquery<T>(SelectStatement<T> select) implements Expression<T> {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitScalarSubquery(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(select);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new ScalarSubquery<T>(nodes.next());
    }

    @Override
    public SqlType<T> type() {
        return Operations.onlyType(select);
    }
}
