package io.athanor.sql.schema;

import io.athanor.sql.type.SqlType;
import java.util.List;
import java.util.function.Consumer;

/** Puts what is stated of a table into it. */
final class TableDefinition implements TableSpec {
    private final Table table;

    TableDefinition(Table table) {
        this.table = table;
    }

    @Override
    public <T> TableSpec column(String name, SqlType<T> type) {
        return column(name, type, spec -> {});
    }

    @Override
    public <T> TableSpec column(String name, SqlType<T> type, Consumer<ColumnSpec<T>> spec) {
        table.addColumn(name, type, spec);
        return this;
    }

    @Override
    public TableSpec primaryKey(String... columns) {
        table.setPrimaryKey(List.of(columns));
        return this;
    }

    @Override
    public TableSpec unique(String... columns) {
        table.addUnique(List.of(columns));
        return this;
    }

    @Override
    public TableSpec foreignKey(String[] columns, String... referenced) {
        table.addForeignKey(List.of(columns), List.of(referenced));
        return this;
    }
}
