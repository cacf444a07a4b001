package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A collection of tables that know each other by name. Thread-safe; tables are added while the application starts.
 *
 * @since 0.1.0
 */
public final class MetaData {
    private final Map<String, Table> tables = new LinkedHashMap<>();

    /** Create an empty collection. */
    public MetaData() {}

    synchronized void add(Table table) {
        Table before = tables.putIfAbsent(table.name(), table);
        if (before != null) {
            throw new ArgumentException(
                    "Table [%s] is already defined in this metadata; define it once, or use another MetaData"
                            .formatted(table.name()));
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
     * @param name the name
     * @return the table, if there is one
     */
    public synchronized Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /**
     * Return a table by name.
     *
     * @param name the name
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
     * every foreign key.
     *
     * @return the tables in the order in which they can be created
     * @throws ArgumentException if a foreign key names a table or column that does not exist, or tables refer to each other
     *     in a circle
     */
    public List<Table> sortedTables() {
        Set<Table> sorted = new LinkedHashSet<>();
        List<Table> byName = new ArrayList<>(tables());
        byName.sort(java.util.Comparator.comparing(Table::name));
        for (Table table : byName) {
            visit(table, sorted, new LinkedHashSet<>());
        }
        return List.copyOf(sorted);
    }

    private void visit(Table table, Set<Table> sorted, Set<Table> path) {
        if (sorted.contains(table)) {
            return;
        }
        if (!path.add(table)) {
            throw new ArgumentException(
                    "Tables %s refer to each other in a circle and cannot be ordered; drop one of the foreign keys"
                            .formatted(path.stream().map(Table::name).toList()));
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (key.target() != table) {
                visit(key.target(), sorted, path);
            }
        }
        path.remove(table);
        sorted.add(table);
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

    @Override
    public synchronized String toString() {
        return "MetaData" + tables.keySet();
    }
}
