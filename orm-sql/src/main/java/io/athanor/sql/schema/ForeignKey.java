package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key. What it refers to is named by strings and found when it is first needed, so that tables may be defined in
 * any order. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ForeignKey extends Constraint {
    private final List<String> columnNames;
    private final List<String> references;
    private final @Nullable Target stated;
    private final ForeignKeySpec spec;
    private volatile @Nullable List<Column<?>> referred;

    ForeignKey(Table table, List<String> columnNames, List<String> references, ForeignKeySpec spec) {
        super(table, spec.common);
        if (columnNames.size() != references.size() || columnNames.isEmpty()) {
            throw new ArgumentException(
                    "Foreign key of table [%s] has columns %s and references %s; give as many of each"
                            .formatted(table.name(), columnNames, references));
        }
        this.columnNames = List.copyOf(columnNames);
        this.references = List.copyOf(references);
        this.stated = null;
        this.spec = spec;
    }

    ForeignKey(Table table, List<String> columnNames, Target target, ForeignKeySpec spec) {
        super(table, spec.common);
        if (columnNames.size() != target.columns.size() || columnNames.isEmpty()) {
            throw new ArgumentException(
                    "Foreign key of table [%s] has columns %s and refers to %s; give as many of each"
                            .formatted(table.name(), columnNames, target));
        }
        this.columnNames = List.copyOf(columnNames);
        this.references = target.columns.stream()
                .map(column -> target.tableName() + "." + column)
                .toList();
        this.stated = target;
        this.spec = spec;
    }

    /**
     * What a foreign key refers to, each name on its own.
     *
     * @param schema the schema of the table, or {@code null} if it lies in none
     * @param table the table
     * @param columns its columns, by key or by name
     */
    public record Target(@Nullable String schema, String table, List<String> columns) {
        /** Create a target as a copy. */
        public Target {
            columns = List.copyOf(columns);
        }

        String tableName() {
            return schema == null ? table : schema + "." + table;
        }
    }

    @Override
    public List<Column<?>> columns() {
        List<Column<?>> columns = new ArrayList<>();
        columnNames.forEach(name -> columns.add(table().column(name)));
        return columns;
    }

    /**
     * Return the columns that are referred to.
     *
     * @return the columns, in the order of the key
     * @throws ArgumentException if they do not exist
     */
    public List<Column<?>> referredColumns() {
        List<Column<?>> known = referred;
        if (known == null) {
            known = stated == null
                    ? references.stream().<Column<?>>map(this::find).toList()
                    : stated.columns.stream()
                            .<Column<?>>map(column -> find(stated.tableName(), column))
                            .toList();
            if (known.stream().map(Column::table).distinct().count() > 1) {
                throw new ArgumentException(
                        "Foreign key of table [%s] refers to columns of several tables %s; make it one table"
                                .formatted(table().name(), references));
            }
            referred = known;
        }
        return known;
    }

    private Column<?> find(String reference) {
        int dot = reference.lastIndexOf('.');
        if (dot < 1 || dot == reference.length() - 1) {
            throw new ArgumentException("Foreign key of [%s.%s] refers to [%s]; write it as table.column"
                    .formatted(table().name(), columnNames.get(0), reference));
        }
        return find(reference.substring(0, dot), reference.substring(dot + 1));
    }

    private Column<?> find(String name, String column) {
        Table target = table().metadata()
                .find(name)
                .orElseThrow(() -> new ArgumentException(
                        "Foreign key of [%s.%s] refers to [%s], but there is no table [%s] in the metadata; define it, or correct the name"
                                .formatted(table().name(), columnNames.get(0), name + "." + column, name)));
        return target.columnOfKeyOrName(column);
    }

    /**
     * Return the table that is referred to.
     *
     * @return the table
     * @throws ArgumentException if it does not exist
     */
    public Table target() {
        return (Table) referredColumns().get(0).table();
    }

    /**
     * Return what happens when the referred row is deleted.
     *
     * @return the action, or {@code null} if nothing was stated
     */
    public @Nullable Action onDelete() {
        return spec.onDelete;
    }

    /**
     * Return what happens when the referred key changes.
     *
     * @return the action, or {@code null} if nothing was stated
     */
    public @Nullable Action onUpdate() {
        return spec.onUpdate;
    }

    /**
     * Return how a key of several columns is matched when some are NULL.
     *
     * @return {@code FULL}, {@code PARTIAL} or {@code SIMPLE}, or {@code null} if nothing was stated
     */
    public @Nullable String match() {
        return spec.match;
    }

    /**
     * Return whether the key is to be added by ALTER TABLE, where the database can.
     *
     * @return whether it is
     */
    public boolean isAddedByAlter() {
        return spec.isAddedByAlter;
    }

    @Override
    public String toString() {
        return "ForeignKey(" + table().name() + columnNames + " -> " + references + ")";
    }

    /**
     * What happens to rows whose referred row goes or gets another key.
     */
    public enum Action {
        /** The change is refused at the end of the statement. */
        NO_ACTION("NO ACTION"),
        /** The change is refused at once. */
        RESTRICT("RESTRICT"),
        /** The rows go too, or get the new key. */
        CASCADE("CASCADE"),
        /** The reference becomes NULL. */
        SET_NULL("SET NULL"),
        /** The reference becomes the column's default. */
        SET_DEFAULT("SET DEFAULT");

        private final String sql;

        Action(String sql) {
            this.sql = sql;
        }

        /**
         * Return the action as SQL has it.
         *
         * @return the words
         */
        public String sql() {
            return sql;
        }
    }
}
