package io.athanor.sql.schema;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is stated of a column until its table is complete. */
final class ColumnDefinition<T> implements ColumnSpec<T> {
    final String name;
    final SqlType<T> type;
    boolean isPrimaryKey;
    boolean isNotNull;
    boolean isUnique;

    @Nullable String reference;

    @Nullable Supplier<? extends T> insertDefault;

    @Nullable Supplier<? extends T> updateDefault;

    @Nullable Expression<? extends T> insertExpression;

    @Nullable Expression<? extends T> updateExpression;

    @Nullable Expression<T> serverDefault;

    ColumnDefinition(String name, SqlType<T> type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public ColumnSpec<T> primaryKey() {
        isPrimaryKey = true;
        return this;
    }

    @Override
    public ColumnSpec<T> notNull() {
        isNotNull = true;
        return this;
    }

    @Override
    public ColumnSpec<T> unique() {
        isUnique = true;
        return this;
    }

    @Override
    public ColumnSpec<T> references(String column) {
        reference = column;
        return this;
    }

    @Override
    public ColumnSpec<T> references(Column<T> column) {
        reference = ((Table) column.table()).name() + "." + column.name();
        return this;
    }

    @Override
    public ColumnSpec<T> defaultValue(T value) {
        insertDefault = () -> value;
        return this;
    }

    @Override
    public ColumnSpec<T> defaultSupplier(Supplier<? extends T> value) {
        insertDefault = value;
        return this;
    }

    @Override
    public ColumnSpec<T> defaultExpression(Expression<? extends T> value) {
        insertExpression = value;
        return this;
    }

    @Override
    public ColumnSpec<T> onUpdateExpression(Expression<? extends T> value) {
        updateExpression = value;
        return this;
    }

    @Override
    public ColumnSpec<T> serverDefault(Expression<T> value) {
        serverDefault = value;
        return this;
    }

    @Override
    public ColumnSpec<T> onUpdate(Supplier<? extends T> value) {
        updateDefault = value;
        return this;
    }
}
