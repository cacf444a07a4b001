package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table. Equal only to itself. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Index {
    private final Table table;
    private final @Nullable String givenName;
    private final List<Orderable> elements;
    private final boolean isUnique;
    private final @Nullable Expression<Boolean> condition;
    private final DialectOptions options;

    Index(Table table, @Nullable String name, IndexSpec spec) {
        if (spec.elements.isEmpty()) {
            throw new ArgumentException(
                    "Index [%s] of table [%s] is over nothing; call on(columns)".formatted(name, table.name()));
        }
        this.table = table;
        this.givenName = name;
        this.elements = List.copyOf(spec.elements);
        this.isUnique = spec.isUnique;
        this.condition = spec.condition;
        this.options = spec.options;
    }

    /**
     * Return the table.
     *
     * @return the table, never {@code null}
     */
    public Table table() {
        return table;
    }

    /**
     * Return the index's name.
     *
     * @return what it was given, or what the naming convention of the metadata makes of its columns
     */
    public String name() {
        return givenName == null ? table.metadata().convention().nameOf(this) : givenName;
    }

    /**
     * Return whether the name was made by a convention, and so may be shortened.
     *
     * @return whether it was
     */
    public boolean isNameMade() {
        return givenName == null;
    }

    /**
     * Return what the index is over.
     *
     * @return at least one, unmodifiable
     */
    public List<Orderable> elements() {
        return elements;
    }

    /**
     * Return the columns that the index is over or computes its entries from.
     *
     * @return the columns in their order
     */
    public List<NamedColumn<?>> columns() {
        List<NamedColumn<?>> columns = new ArrayList<>();
        elements.forEach(element -> collect(element, columns));
        return columns;
    }

    private static void collect(SqlNode node, List<NamedColumn<?>> columns) {
        if (node instanceof NamedColumn<?> column) {
            columns.add(column);
        } else {
            node.children().forEach(child -> collect(child, columns));
        }
    }

    /**
     * Return whether equal rows are refused.
     *
     * @return whether they are
     */
    public boolean unique() {
        return isUnique;
    }

    /**
     * Return which rows are in the index.
     *
     * @return the condition, or {@code null} for all
     */
    public @Nullable Expression<Boolean> condition() {
        return condition;
    }

    /**
     * Return what one dialect alone understands.
     *
     * @param dialect the dialect's name
     * @return the options by name, unmodifiable
     */
    public Map<String, Object> options(String dialect) {
        return options.of(dialect);
    }

    @Override
    public String toString() {
        return "Index(" + name() + ")";
    }
}
