package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A column of a table function.
 *
 * @param table the table function
 * @param name the name, or {@code ""} for the value of each row, which is called as the function itself
 * @param type the type to read it as
 * @param <T> its Java type
 * @since 0.1.0
 */
public record TableFunctionColumn<T>(TableFunction table, String name, SqlType<T> type) implements NamedColumn<T> {
    @Override
    public List<SqlNode> children() {
        return List.of(table);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new TableFunctionColumn<>(new Nodes(children).next(), name, type);
    }

    @Override
    public Object shape() {
        return List.of(name, type);
    }
}
