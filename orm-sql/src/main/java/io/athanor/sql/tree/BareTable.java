package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * A table by its name alone, such as one that nobody has declared. Its columns are asked for by name and type.
 *
 * @param name the name, quoted where needed
 * @since 0.1.0
 */
public record BareTable(String name) implements NamedTable {
    private record BareTableColumn<T>(BareTable table, String name, SqlType<T> type) implements NamedColumn<T> {}

    /**
     * Return a column.
     *
     * @param column its name
     * @param type the type to read it as
     * @param <T> its Java type
     * @return the column
     */
    public <T> NamedColumn<T> column(String column, SqlType<T> type) {
        return new BareTableColumn<>(this, column, type);
    }

    @Override
    public List<? extends NamedColumn<?>> columns() {
        return List.of();
    }

    @Override
    public List<ForeignKeyPair> foreignKeysTo(NamedTable other) {
        return List.of();
    }
}
