package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.ForeignKeyPair;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table. Equal only to itself. Immutable and thread-safe once it is defined.
 *
 * @since 0.1.0
 */
public class Table implements NamedTable {
    private final MetaData metadata;
    private final String name;
    private final Map<String, Column<?>> columns = new LinkedHashMap<>();
    private final List<Column<?>> columnsOfKey = new ArrayList<>();
    private final TableConstraints constraints = new TableConstraints();
    private final List<Index> indexes = new ArrayList<>();
    private final TableProperties properties = new TableProperties();
    private ConstraintSpec keySpec = new ConstraintSpec();
    private final @Nullable Table original;
    private @Nullable Function<TableSource, ?> constructor;

    Table(TableSource source) {
        this.metadata = source.metadata;
        this.name = source.name;
        this.original = source.original;
        if (original == null) {
            requireName(name);
        }
    }

    Table(MetaData metadata, String name) {
        this.metadata = metadata;
        this.name = name;
        this.original = null;
        requireName(name);
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw new ArgumentException("Table name [%s] is blank; give a name".formatted(name));
        }
    }

    /**
     * Define a table.
     *
     * @param metadata what it belongs to
     * @param name its name
     * @param spec states its columns and constraints
     * @return the table
     * @throws ArgumentException if the metadata has a table of this name, or two columns have one name
     */
    public static Table of(MetaData metadata, String name, Consumer<TableSpec> spec) {
        Table table = new Table(metadata, name);
        spec.accept(new TableDefinition(table));
        metadata.add(table);
        return table;
    }

    /**
     * Define a table as an instance of a class.
     *
     * @param metadata what it belongs to
     * @param name its name
     * @param constructor the constructor of the class
     * @param <T> the class
     * @return the table
     * @throws ArgumentException if the metadata has a table of this name, or two columns have one name
     */
    public static <T extends TypedTable> T typed(MetaData metadata, String name, Function<TableSource, T> constructor) {
        T table = constructor.apply(new TableSource(metadata, name, null));
        ((Table) table).constructor = constructor;
        metadata.add(table);
        return table;
    }

    /**
     * Read a table or view from the database, with the tables that it refers to; SQLAlchemy's {@code autoload_with}.
     *
     * @param metadata what it is added to
     * @param name its name
     * @param target an engine or a connection
     * @return the table; that of the metadata if there is one already
     */
    public static Table reflect(MetaData metadata, String name, SchemaTarget target) {
        return reflect(metadata, name, target, spec -> {});
    }

    /**
     * Read a table or view from the database.
     *
     * @param metadata what it is added to
     * @param name its name
     * @param target an engine or a connection
     * @param spec states how
     * @return the table; that of the metadata if there is one already
     */
    public static Table reflect(MetaData metadata, String name, SchemaTarget target, Consumer<ReflectSpec> spec) {
        ReflectSpec stated = new ReflectSpec();
        spec.accept(stated);
        target.reflect(metadata, stated.only(name));
        return metadata.table(stated.schemaName() == null ? name : stated.schemaName() + "." + name);
    }

    /**
     * Return a table under another name.
     *
     * @param table a table that {@link #typed} made
     * @param name the name, or {@code ""} to generate one when a statement is compiled
     * @param <T> the class
     * @return another instance of the same class
     * @throws ArgumentException if the table was made by its constructor
     */
    @SuppressWarnings("unchecked") // the constructor has made the table itself
    public static <T extends TypedTable> T aliased(T table, String name) {
        Table source = table.original() == null ? table : table.original();
        Function<TableSource, ?> constructor = source.constructor;
        if (constructor == null) {
            throw new ArgumentException(
                    "Table [%s] was not made by Table.typed(…); make it so, or use as(name)".formatted(source.name));
        }
        return (T) constructor.apply(new TableSource(source.metadata, name, source));
    }

    final @Nullable Table original() {
        return original;
    }

    @Override
    public final @Nullable NamedTable aliased() {
        return original;
    }

    @Override
    public final @Nullable Object nodeIdentity() {
        return original == null ? null : this;
    }

    @Override
    public final Object shape() {
        return original == null ? this : List.of(original, name);
    }

    final <T> Column<T> addColumn(String columnName, SqlType<T> type, Consumer<ColumnSpec<T>> spec) {
        ColumnDefinition<T> definition = new ColumnDefinition<>(columnName, type);
        spec.accept(definition);
        definition.validate(this);
        Column<T> column = new TableColumn<>(this, definition);
        if (columns.putIfAbsent(definition.key, column) != null) {
            throw new ArgumentException("Table [%s] has two columns [%s]; rename one, or give it another key"
                    .formatted(name, definition.key));
        }
        if (definition.isPrimaryKey) {
            columnsOfKey.add(column);
        }
        addConstraints(column, definition);
        for (ColumnDefinition.Check<T> check : definition.checks) {
            ConstraintSpec stated = new ConstraintSpec();
            stated.name = check.name();
            constraints.add(column, new CheckConstraint(this, check.condition().apply(column), stated));
        }
        return column;
    }

    private void addConstraints(Column<?> column, ColumnDefinition<?> definition) {
        if (definition.isIndexed) {
            IndexSpec index = new IndexSpec(this).on(column);
            index.isUnique = definition.isUnique;
            indexes.add(new Index(this, null, index));
        } else if (definition.isUnique) {
            constraints.add(column, new UniqueConstraint(this, List.of(column), new ConstraintSpec()));
        }
        for (ColumnDefinition.Reference reference : definition.references) {
            constraints.add(
                    column,
                    new ForeignKey(this, List.of(definition.key), List.of(reference.column()), reference.spec()));
        }
    }

    final void setPrimaryKey(List<String> names, ConstraintSpec spec) {
        if (!names.isEmpty()) {
            columnsOfKey.clear();
            columnsOfKey.addAll(columns(names));
        }
        keySpec = spec;
    }

    final List<Column<?>> columns(List<String> names) {
        return names.stream().<Column<?>>map(this::column).toList();
    }

    final void add(Constraint constraint) {
        constraints.add(constraint);
    }

    final void add(Index index) {
        indexes.add(index);
    }

    final TableProperties properties() {
        return properties;
    }

    final boolean isInPrimaryKey(Column<?> column) {
        return columnsOfKey.contains(column);
    }

    final @Nullable Column<?> autoincrementColumn() {
        for (Column<?> column : columnsOfKey) {
            if (Boolean.TRUE.equals(((TableColumn<?>) column).statedAutoincrement())) {
                return column;
            }
        }
        if (columnsOfKey.size() != 1) {
            return null;
        }
        TableColumn<?> only = (TableColumn<?>) columnsOfKey.get(0);
        StorageKind kind = only.type().kind();
        boolean isInteger = kind == StorageKind.INTEGER || kind == StorageKind.BIGINT || kind == StorageKind.SMALLINT;
        boolean isFree = only.statedAutoincrement() == null
                && only.insertDefault() == null
                && only.serverDefault() == null
                && only.computed() == null
                && constraints.foreignKeys.stream()
                        .noneMatch(key -> key.columns().contains(only));
        return isInteger && isFree ? only : null;
    }

    /**
     * Return what the table belongs to.
     *
     * @return the metadata
     */
    public final MetaData metadata() {
        return metadata;
    }

    /**
     * Return what else is done when the table is created or dropped.
     *
     * @return the listeners, to be added to
     */
    public final SchemaEvents events() {
        return original == null ? properties.events : original.events();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Column<?>> columns() {
        return List.copyOf(columns.values());
    }

    /**
     * Return the columns of the primary key.
     *
     * @return the columns in the order of the key, none if there is no key
     */
    public final List<Column<?>> primaryKey() {
        return Collections.unmodifiableList(columnsOfKey);
    }

    /**
     * Return the constraint of the primary key.
     *
     * @return the constraint, or {@code null} if there is no key
     */
    public final @Nullable PrimaryKey primaryKeyConstraint() {
        return columnsOfKey.isEmpty() ? null : new PrimaryKey(this, columnsOfKey, keySpec);
    }

    /**
     * Return the constraints besides the primary key: those stated for the table, then those of each column.
     *
     * @return a copy
     */
    public final List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>(constraints.ofTable());
        columns.values().forEach(column -> all.addAll(constraints.of(column)));
        return all;
    }

    /**
     * Return the constraints that were stated for the table rather than for a column.
     *
     * @return a copy
     */
    public final List<Constraint> constraintsOfTable() {
        return constraints.ofTable();
    }

    /**
     * Return the constraints that a column brought.
     *
     * @param column a column of this table
     * @return a copy
     */
    public final List<Constraint> constraintsOf(Column<?> column) {
        return constraints.of(column);
    }

    /**
     * Return a constraint by name.
     *
     * @param constraintName the name
     * @return the constraint
     * @throws ArgumentException if there is none of this name
     */
    public final Constraint constraint(String constraintName) {
        List<Constraint> all = new ArrayList<>(constraints());
        PrimaryKey key = primaryKeyConstraint();
        if (key != null) {
            all.add(key);
        }
        return all.stream()
                .filter(each -> constraintName.equals(each.name()))
                .findFirst()
                .orElseThrow(() -> new ArgumentException("Table [%s] has no constraint [%s]; it has %s"
                        .formatted(
                                name,
                                constraintName,
                                all.stream().map(Constraint::name).toList())));
    }

    /**
     * Return the foreign keys.
     *
     * @return the keys in the order of their definition
     */
    public final List<ForeignKey> foreignKeys() {
        return Collections.unmodifiableList(constraints.foreignKeys);
    }

    /**
     * Return the indexes.
     *
     * @return the indexes in the order of their definition
     */
    public final List<Index> indexes() {
        return Collections.unmodifiableList(indexes);
    }

    /**
     * Return an index by name.
     *
     * @param indexName the name
     * @return the index
     * @throws ArgumentException if there is none of this name
     */
    public final Index index(String indexName) {
        return indexes.stream()
                .filter(each -> each.name().equals(indexName))
                .findFirst()
                .orElseThrow(() -> new ArgumentException("Table [%s] has no index [%s]; it has %s"
                        .formatted(
                                name,
                                indexName,
                                indexes.stream().map(Index::name).toList())));
    }

    @Override
    public final @Nullable String schema() {
        return properties.schema;
    }

    @Override
    public final boolean isQuoted() {
        return properties.isQuoted;
    }

    /** The name that the metadata knows the table by. */
    final String fullName() {
        return properties.schema == null ? name : properties.schema + "." + name;
    }

    /**
     * Return what the table is for.
     *
     * @return the comment, or {@code null} if there is none
     */
    public final @Nullable String comment() {
        return properties.comment;
    }

    /**
     * Return whether the table is created for the time of the connection only.
     *
     * @return whether it is
     */
    public final boolean isTemporary() {
        return properties.isTemporary;
    }

    /**
     * Return what one dialect alone understands.
     *
     * @param dialect the dialect's name
     * @return the options by name, unmodifiable
     */
    public final Map<String, Object> options(String dialect) {
        return properties.options.of(dialect);
    }

    /**
     * Return a column by name.
     *
     * @param columnName the column's key, which is its name if it was given no other
     * @return the column
     * @throws ArgumentException if there is none of this name
     */
    public final Column<?> column(String columnName) {
        Column<?> column = columns.get(columnName);
        if (column == null) {
            throw new ArgumentException(
                    "Table [%s] has no column [%s]; it has %s".formatted(name, columnName, columns.keySet()));
        }
        return column;
    }

    /** A database knows nothing of keys, so what it tells names columns by their names. */
    final Column<?> columnOfKeyOrName(String columnName) {
        return columns.containsKey(columnName)
                ? column(columnName)
                : columns.values().stream()
                        .filter(each -> each.name().equals(columnName))
                        .findFirst()
                        .orElseGet(() -> column(columnName));
    }

    /**
     * Return a column by name, typed.
     *
     * @param columnName the name
     * @param type a type of the same Java class as the column's
     * @param <T> the Java type
     * @return the column
     * @throws ArgumentException if there is none of this name, or its values are of another class
     */
    @SuppressWarnings("unchecked") // the classes are compared
    public final <T> Column<T> column(String columnName, SqlType<T> type) {
        Column<?> column = column(columnName);
        if (column.type().javaType() != type.javaType()) {
            throw new ArgumentException("Column [%s.%s] holds [%s], not [%s]; ask with its own type"
                    .formatted(
                            name,
                            columnName,
                            column.type().javaType().getName(),
                            type.javaType().getName()));
        }
        return (Column<T>) column;
    }

    /**
     * Return this table under another name, as a FROM element of its own.
     *
     * @param alias the name
     * @return the alias
     */
    public DerivedTable as(String alias) {
        return new Alias(this, alias);
    }

    @Override
    public final List<ForeignKeyPair> foreignKeysTo(NamedTable other) {
        List<ForeignKeyPair> pairs = new ArrayList<>();
        for (ForeignKey key : constraints.foreignKeys) {
            if (key.target() == other) {
                pairs.add(new ForeignKeyPair(key.columns(), key.referredColumns()));
            }
        }
        return pairs;
    }

    @Override
    public String toString() {
        return "Table(" + fullName() + ")";
    }
}
