package io.athanor.sql.schema;

import io.athanor.sql.tree.DefaultValue;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column as its table holds it. */
final class TableColumn<T> implements Column<T> {
    private final Table table;
    private final ColumnDefinition<T> definition;

    TableColumn(Table table, ColumnDefinition<T> definition) {
        this.table = table;
        this.definition = definition;
    }

    @Override
    public String name() {
        return definition.name;
    }

    @Override
    public String key() {
        return definition.key;
    }

    @Override
    public boolean isQuoted() {
        return definition.isQuoted;
    }

    @Override
    public SqlType<T> type() {
        return definition.type;
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public boolean primaryKey() {
        return table.isInPrimaryKey(this);
    }

    @Override
    public boolean nullable() {
        return !definition.isNotNull && !primaryKey() && definition.identity == null;
    }

    @Override
    public boolean unique() {
        return definition.isUnique;
    }

    @Override
    public @Nullable DefaultValue<? extends T> insertDefault() {
        return definition.insertDefault;
    }

    @Override
    public @Nullable DefaultValue<? extends T> updateDefault() {
        return definition.updateDefault;
    }

    @Override
    public @Nullable Expression<? extends T> insertExpression() {
        return definition.insertExpression;
    }

    @Override
    public @Nullable Expression<? extends T> updateExpression() {
        return definition.updateExpression;
    }

    @Override
    public @Nullable Expression<T> serverDefault() {
        return definition.serverDefault;
    }

    @Override
    public boolean autoincrement() {
        return table.autoincrementColumn() == this;
    }

    /** A column of an alias is told by the alias and the column that it stands for. */
    @Override
    public List<? extends SqlNode> children() {
        return table.original() == null ? List.of() : List.of(table);
    }

    @Override
    public Object shape() {
        Table original = table.original();
        return original == null ? this : original.column(name());
    }

    @Nullable Boolean statedAutoincrement() {
        return definition.isAutoincrement;
    }

    @Override
    public @Nullable Identity identity() {
        return definition.identity;
    }

    @Override
    public @Nullable Sequence sequence() {
        return definition.sequence;
    }

    @Override
    public @Nullable Computed computed() {
        return definition.computed;
    }

    @Override
    public boolean isFilledOnInsert() {
        return definition.isFetched
                || definition.serverDefault != null
                || definition.computed != null
                || definition.insertExpression != null;
    }

    @Override
    public boolean isFilledOnUpdate() {
        return definition.isFetchedOnUpdate || definition.computed != null || definition.updateExpression != null;
    }

    @Override
    public @Nullable String comment() {
        return definition.comment;
    }

    @Override
    public boolean isSystem() {
        return definition.isSystem;
    }

    @Override
    public Map<String, Object> options(String dialect) {
        return definition.options.of(dialect);
    }

    @Override
    public String toString() {
        return table.name() + "." + name();
    }
}
