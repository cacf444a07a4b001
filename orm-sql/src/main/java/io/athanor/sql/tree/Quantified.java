package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * The right side of a comparison with any row or all rows of a subquery.
 *
 * @param isAll whether the comparison must hold for all rows; else for any
 * @param select a query of one column
 * @param <T> the Java type of that column
 * @since 0.1.0
 */
public record Quantified<T>(boolean isAll, SelectStatement<T> select) implements Expression<T> {
    @Override
    public SqlType<T> type() {
        return Operations.onlyType(select);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitQuantified(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(select);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Quantified<T>(isAll, new Nodes(children).next());
    }

    @Override
    public Object shape() {
        return isAll;
    }
}
