package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * The value that an INSERT proposed for a column, where a row with the same key is in its way.
 *
 * @param column the column
 * @param <T> its Java type
 * @since 0.1.0
 */
public record Excluded<T>(NamedColumn<T> column) implements Expression<T> {
    @Override
    public SqlType<T> type() {
        return column.type();
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitExcluded(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(column);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Excluded<T>(new Nodes(children).next());
    }
}
