package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A collection of tables that know each other by name. Thread-safe; tables are added while the application starts.
 *
 * @since 0.1.0
 */
public final class MetaData {
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Set<Sequence> sequences = new LinkedHashSet<>();
    private final NamingConvention convention;
    private final SchemaEvents events = new SchemaEvents();

    /** Create an empty collection. */
    public MetaData() {
        this(NamingConvention.NONE);
    }

    /**
     * Create an empty collection.
     *
     * @param convention names the constraints and indexes that are given no name
     */
    public MetaData(NamingConvention convention) {
        this.convention = convention;
    }

    /**
     * Return what names the constraints and indexes that are given no name.
     *
     * @return the convention
     */
    public NamingConvention convention() {
        return convention;
    }

    /**
     * Return what else is done when all of this is created or dropped.
     *
     * @return the listeners, to be added to
     */
    public SchemaEvents events() {
        return events;
    }

    synchronized void add(Sequence sequence) {
        sequences.add(sequence);
    }

    /**
     * Return the sequences that were defined here, and those that columns take their numbers from.
     *
     * @return a copy
     */
    public synchronized List<Sequence> sequences() {
        Set<Sequence> all = new LinkedHashSet<>(sequences);
        for (Table table : tables.values()) {
            for (Column<?> column : table.columns()) {
                if (column.sequence() != null) {
                    all.add(column.sequence());
                }
                if (column.serverDefault() instanceof NextValue<?> next) {
                    all.add(next.sequence());
                }
            }
        }
        return List.copyOf(all);
    }

    synchronized void add(Table table) {
        Table before = tables.putIfAbsent(table.fullName(), table);
        if (before != null) {
            throw new ArgumentException(
                    "Table [%s] is already defined in this metadata; define it once, or use another MetaData"
                            .formatted(table.fullName()));
        }
    }

    /**
     * Return the tables in the order of their definition.
     *
     * @return a copy
     */
    public synchronized List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /**
     * Return a table by name.
     *
     * @param name the name, {@code schema.name} if the table lies in a schema
     * @return the table, if there is one
     */
    public synchronized Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /**
     * Return a table by name.
     *
     * @param name the name, {@code schema.name} if the table lies in a schema
     * @return the table
     * @throws ArgumentException if there is none of this name
     */
    public synchronized Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new ArgumentException("No table [%s] in this metadata; it has %s".formatted(name, tables.keySet()));
        }
        return table;
    }

    /**
     * Return the tables so that each comes after those that it refers to; by name where nothing else decides. Resolves
     * every foreign key; those that are added by ALTER do not count.
     *
     * @return the tables in the order in which they can be created
     * @throws ArgumentException if a foreign key names a table or column that does not exist, or tables refer to each other
     *     in a circle
     */
    public List<Table> sortedTables() {
        return TableOrder.of(tables(), false);
    }

    /**
     * Return the tables as {@link #sortedTables} does, but let circles be: one of the foreign keys of each then refers to a
     * table that comes later.
     *
     * @return the tables in the order in which they can be created, if some foreign keys are added later
     * @throws ArgumentException if a foreign key names a table or column that does not exist
     */
    public List<Table> creationOrder() {
        return TableOrder.of(tables(), true);
    }

    /**
     * Draw the tables as a Mermaid entity-relationship diagram.
     *
     * @return the diagram's text
     * @throws ArgumentException if a foreign key names a table or column that does not exist
     */
    public String toMermaid() {
        return new MermaidDiagram(tables()).text();
    }

    /**
     * Create the tables that do not exist yet.
     *
     * @param target an engine or a connection
     */
    public void createAll(SchemaTarget target) {
        target.createAll(this);
    }

    /**
     * Drop the tables that exist.
     *
     * @param target an engine or a connection
     */
    public void dropAll(SchemaTarget target) {
        target.dropAll(this);
    }

    /**
     * Read all tables of the connection's own schema; SQLAlchemy's {@code reflect}.
     *
     * @param target an engine or a connection
     */
    public void reflect(SchemaTarget target) {
        reflect(target, spec -> {});
    }

    /**
     * Read tables from the database. Tables of the metadata are left as they are, unless the specification says otherwise.
     *
     * @param target an engine or a connection
     * @param spec states which tables, and how
     */
    public void reflect(SchemaTarget target, Consumer<ReflectSpec> spec) {
        ReflectSpec stated = new ReflectSpec();
        spec.accept(stated);
        target.reflect(this, stated);
    }

    /**
     * Add columns, constraints and indexes to a table of this metadata; SQLAlchemy's {@code extend_existing}. To be used
     * while the application starts, before other threads see the table.
     *
     * @param name the table's name, {@code schema.name} if it lies in a schema
     * @param spec states what to add
     * @return the table
     * @throws ArgumentException if there is no such table, or it has a column of the same name
     */
    public Table extend(String name, Consumer<TableSpec> spec) {
        Table table = table(name);
        spec.accept(new TableDefinition(table));
        return table;
    }

    @Override
    public synchronized String toString() {
        return "MetaData" + tables.keySet();
    }
}
