package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.DefaultValue;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is stated of a column until its table is complete. */
final class ColumnDefinition<T> implements ColumnSpec<T> {
    final String name;
    final SqlType<T> type;
    final List<Reference> references = new ArrayList<>();
    final List<Check<T>> checks = new ArrayList<>();
    final DialectOptions options = new DialectOptions();
    String key;
    boolean isPrimaryKey;
    boolean isNotNull;
    boolean isUnique;
    boolean isIndexed;
    boolean isQuoted;
    boolean isSystem;

    @Nullable Boolean isAutoincrement;

    @Nullable DefaultValue<? extends T> insertDefault;

    @Nullable DefaultValue<? extends T> updateDefault;

    @Nullable Expression<? extends T> insertExpression;

    @Nullable Expression<? extends T> updateExpression;

    @Nullable Expression<T> serverDefault;

    Column.@Nullable Identity identity;

    Column.@Nullable Computed computed;
    boolean isFetched;
    boolean isFetchedOnUpdate;

    @Nullable Sequence sequence;

    @Nullable String comment;

    /** A check that is written with the column. */
    record Check<T>(@Nullable String name, Function<Column<T>, ? extends Expression<Boolean>> condition) {}

    /** A foreign key of this column alone. */
    record Reference(String column, ForeignKeySpec spec) {}

    ColumnDefinition(String name, SqlType<T> type) {
        if (name.isBlank()) {
            throw new ArgumentException("Column name [%s] is blank; give a name".formatted(name));
        }
        this.name = name;
        this.key = name;
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
    public ColumnSpec<T> index() {
        isIndexed = true;
        return this;
    }

    @Override
    public ColumnSpec<T> key(String value) {
        key = value;
        return this;
    }

    @Override
    public ColumnSpec<T> quoted() {
        isQuoted = true;
        return this;
    }

    @Override
    public ColumnSpec<T> comment(String text) {
        comment = text;
        return this;
    }

    @Override
    public ColumnSpec<T> system() {
        isSystem = true;
        return this;
    }

    @Override
    public ColumnSpec<T> references(String column) {
        return references(column, key -> {});
    }

    @Override
    public ColumnSpec<T> references(String column, Consumer<ForeignKeySpec> spec) {
        ForeignKeySpec stated = new ForeignKeySpec();
        spec.accept(stated);
        references.add(new Reference(column, stated));
        return this;
    }

    @Override
    public ColumnSpec<T> references(Column<T> column) {
        return references(column, key -> {});
    }

    @Override
    public ColumnSpec<T> references(Column<T> column, Consumer<ForeignKeySpec> spec) {
        return references(((Table) column.table()).fullName() + "." + column.key(), spec);
    }

    @Override
    public ColumnSpec<T> autoincrement(boolean value) {
        isAutoincrement = value;
        return this;
    }

    @Override
    public ColumnSpec<T> identity() {
        return identity(options -> {});
    }

    @Override
    public ColumnSpec<T> identity(Consumer<SequenceSpec> spec) {
        return identity(spec, false);
    }

    @Override
    public ColumnSpec<T> identityAlways(Consumer<SequenceSpec> spec) {
        return identity(spec, true);
    }

    private ColumnSpec<T> identity(Consumer<SequenceSpec> spec, boolean isAlways) {
        SequenceSpec stated = new SequenceSpec();
        spec.accept(stated);
        identity = new Column.Identity(stated.options(), isAlways);
        return this;
    }

    @Override
    public ColumnSpec<T> sequence(Sequence numbers) {
        sequence = numbers;
        return this;
    }

    @Override
    public ColumnSpec<T> computed(Expression<T> expression) {
        computed = new Column.Computed(expression, null);
        return this;
    }

    @Override
    public ColumnSpec<T> computed(Expression<T> expression, boolean isStored) {
        computed = new Column.Computed(expression, isStored);
        return this;
    }

    @Override
    public ColumnSpec<T> defaultValue(T value) {
        insertDefault = row -> value;
        return this;
    }

    @Override
    public ColumnSpec<T> defaultSupplier(Supplier<? extends T> value) {
        insertDefault = row -> value.get();
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
        updateDefault = row -> value.get();
        return this;
    }

    @Override
    public ColumnSpec<T> defaultFrom(DefaultValue<? extends T> value) {
        insertDefault = value;
        return this;
    }

    @Override
    public ColumnSpec<T> onUpdateFrom(DefaultValue<? extends T> value) {
        updateDefault = value;
        return this;
    }

    @Override
    public ColumnSpec<T> fetched() {
        isFetched = true;
        return this;
    }

    @Override
    public ColumnSpec<T> fetchedOnUpdate() {
        isFetchedOnUpdate = true;
        return this;
    }

    @Override
    public ColumnSpec<T> option(String dialect, String option, Object value) {
        options.put(dialect, option, value);
        return this;
    }

    @Override
    public ColumnSpec<T> check(Function<Column<T>, ? extends Expression<Boolean>> condition) {
        checks.add(new Check<>(null, condition));
        return this;
    }

    @Override
    public ColumnSpec<T> check(String constraint, Function<Column<T>, ? extends Expression<Boolean>> condition) {
        checks.add(new Check<>(constraint, condition));
        return this;
    }

    /** What is stated must be possible together. */
    void validate(Table table) {
        boolean isGiven = insertDefault != null || updateDefault != null || serverDefault != null;
        boolean isNumbered = identity != null || sequence != null;
        if (computed != null && (isGiven || isNumbered)) {
            throw new ArgumentException(
                    "Column [%s.%s] is computed and has a default too; drop one".formatted(table.name(), name));
        }
        if (identity != null && (serverDefault != null || sequence != null)) {
            throw new ArgumentException(
                    "Column [%s.%s] is an identity and has another default; drop one".formatted(table.name(), name));
        }
    }
}
