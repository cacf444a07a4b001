package io.athanor.sql.schema;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.SqlType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts what is stated of a table into it. */
final class TableDefinition implements TableSpec {
    private final Table table;

    TableDefinition(Table table) {
        this.table = table;
    }

    private static ConstraintSpec stated(Consumer<ConstraintSpec> spec) {
        ConstraintSpec stated = new ConstraintSpec();
        spec.accept(stated);
        return stated;
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
        return primaryKey(List.of(columns), spec -> {});
    }

    @Override
    public TableSpec primaryKey(List<String> columns, Consumer<ConstraintSpec> spec) {
        table.setPrimaryKey(columns, stated(spec));
        return this;
    }

    @Override
    public TableSpec unique(String... columns) {
        return unique(List.of(columns), spec -> {});
    }

    @Override
    public TableSpec unique(List<String> columns, Consumer<ConstraintSpec> spec) {
        table.add(new UniqueConstraint(table, table.columns(columns), stated(spec)));
        return this;
    }

    @Override
    public TableSpec foreignKey(String[] columns, String... referenced) {
        return foreignKey(List.of(columns), List.of(referenced), spec -> {});
    }

    @Override
    public TableSpec foreignKey(List<String> columns, List<String> referenced, Consumer<ForeignKeySpec> spec) {
        ForeignKeySpec stated = new ForeignKeySpec();
        spec.accept(stated);
        table.columns(columns);
        table.add(new ForeignKey(table, columns, referenced, stated));
        return this;
    }

    @Override
    public TableSpec foreignKey(List<String> columns, ForeignKey.Target target, Consumer<ForeignKeySpec> spec) {
        ForeignKeySpec stated = new ForeignKeySpec();
        spec.accept(stated);
        table.columns(columns);
        table.add(new ForeignKey(table, columns, target, stated));
        return this;
    }

    @Override
    public @Nullable String keyOf(String column) {
        return table.columns().stream()
                .filter(each -> each.name().equals(column))
                .map(Column::key)
                .findFirst()
                .orElse(null);
    }

    @Override
    public TableSpec check(Expression<Boolean> condition) {
        table.add(new CheckConstraint(table, condition, new ConstraintSpec()));
        return this;
    }

    @Override
    public TableSpec check(String name, Expression<Boolean> condition) {
        table.add(new CheckConstraint(table, condition, new ConstraintSpec().name(name)));
        return this;
    }

    @Override
    public TableSpec exclude(Consumer<ExcludeSpec> spec) {
        ExcludeSpec stated = new ExcludeSpec();
        spec.accept(stated);
        table.add(new ExcludeConstraint(table, stated));
        return this;
    }

    @Override
    public TableSpec index(String name, String... columns) {
        return index(name, spec -> spec.on(columns));
    }

    @Override
    public TableSpec index(String name, Consumer<IndexSpec> spec) {
        return addIndex(name, spec);
    }

    @Override
    public TableSpec index(Consumer<IndexSpec> spec) {
        return addIndex(null, spec);
    }

    private TableSpec addIndex(@Nullable String name, Consumer<IndexSpec> spec) {
        IndexSpec stated = new IndexSpec(table);
        spec.accept(stated);
        table.add(new Index(table, name, stated));
        return this;
    }

    @Override
    public <T> Column<T> added(String column, SqlType<T> type) {
        return table.column(column, type);
    }

    @Override
    public TableSpec schema(String name) {
        table.properties().schema = name;
        return this;
    }

    @Override
    public TableSpec quoted() {
        table.properties().isQuoted = true;
        return this;
    }

    @Override
    public TableSpec comment(String text) {
        table.properties().comment = text;
        return this;
    }

    @Override
    public TableSpec temporary() {
        table.properties().isTemporary = true;
        return this;
    }

    @Override
    public TableSpec option(String dialect, String option, Object value) {
        table.properties().options.put(dialect, option, value);
        return this;
    }
}
