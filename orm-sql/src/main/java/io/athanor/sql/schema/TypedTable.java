package io.athanor.sql.schema;

import io.athanor.sql.type.SqlType;
import java.util.function.Consumer;

/**
 * A table as a class with a field per column.
 *
 * @since 0.1.0
 */
public abstract class TypedTable extends Table {
    /**
     * Create the table; called by {@link Table#typed}.
     *
     * @param source where it is defined
     */
    protected TypedTable(TableSource source) {
        super(source);
    }

    /**
     * Add a column; called where the subclass declares its fields.
     *
     * @param name its name
     * @param type its type
     * @param spec states its properties
     * @param <T> the Java type of its values
     * @return the column
     */
    protected final <T> Column<T> column(String name, SqlType<T> type, Consumer<ColumnSpec<T>> spec) {
        return addColumn(name, type, spec);
    }

    /**
     * State constraints over several columns.
     *
     * @param spec states them
     */
    protected final void constraints(Consumer<TableSpec> spec) {
        spec.accept(new TableDefinition(this));
    }
}
