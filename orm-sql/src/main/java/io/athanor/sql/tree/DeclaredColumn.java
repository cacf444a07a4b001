package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A column that is declared where it is used, such as one of a list of rows or of a function in FROM. Equal by what it
 * belongs to and its name.
 *
 * @param table what it belongs to
 * @param name its name
 * @param type its type
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public record DeclaredColumn<T>(DerivedTable table, String name, SqlType<T> type) implements NamedColumn<T> {
    @Override
    public List<SqlNode> children() {
        return List.of(table);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new DeclaredColumn<T>(new Nodes(children).next(), name, type);
    }

    @Override
    public Object shape() {
        return List.of(name, type);
    }
}
