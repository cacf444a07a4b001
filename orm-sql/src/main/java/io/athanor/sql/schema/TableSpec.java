package io.athanor.sql.schema;

import io.athanor.sql.type.SqlType;
import java.util.function.Consumer;

/**
 * States the columns and constraints of a table. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public interface TableSpec {
    /**
     * Add a column.
     *
     * @param name its name
     * @param type its type
     * @param <T> the Java type of its values
     * @return this
     */
    <T> TableSpec column(String name, SqlType<T> type);

    /**
     * Add a column.
     *
     * @param name its name
     * @param type its type
     * @param spec states its properties
     * @param <T> the Java type of its values
     * @return this
     */
    <T> TableSpec column(String name, SqlType<T> type, Consumer<ColumnSpec<T>> spec);

    /**
     * State the primary key.
     *
     * @param columns the columns' names
     * @return this
     */
    TableSpec primaryKey(String... columns);

    /**
     * Refuse rows that are equal in some columns.
     *
     * @param columns the columns' names
     * @return this
     */
    TableSpec unique(String... columns);

    /**
     * Refer to the columns of another table, which may be defined later.
     *
     * @param columns the columns' names
     * @param referenced as many {@code table.column}
     * @return this
     */
    TableSpec foreignKey(String[] columns, String... referenced);
}
