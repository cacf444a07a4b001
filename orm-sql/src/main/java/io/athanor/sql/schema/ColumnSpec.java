package io.athanor.sql.schema;

import io.athanor.sql.tree.Expression;
import java.util.function.Supplier;

/**
 * States the properties of a column. Alive only inside the function that it is handed to.
 *
 * @param <T> the Java type of the column's values
 * @since 0.1.0
 */
public interface ColumnSpec<T> {
    /**
     * Make the column a part of the primary key.
     *
     * @return this
     */
    ColumnSpec<T> primaryKey();

    /**
     * Refuse NULL.
     *
     * @return this
     */
    ColumnSpec<T> notNull();

    /**
     * Refuse equal values.
     *
     * @return this
     */
    ColumnSpec<T> unique();

    /**
     * Refer to a column, which may be defined later.
     *
     * @param column {@code table.column}
     * @return this
     */
    ColumnSpec<T> references(String column);

    /**
     * Refer to a column.
     *
     * @param column the column
     * @return this
     */
    ColumnSpec<T> references(Column<T> column);

    /**
     * Insert a value where none is set.
     *
     * @param value the value
     * @return this
     */
    ColumnSpec<T> defaultValue(T value);

    /**
     * Insert a made value where none is set.
     *
     * @param value makes the value, once per row
     * @return this
     */
    ColumnSpec<T> defaultSupplier(Supplier<? extends T> value);

    /**
     * Have the database insert a value where none is set, {@code DEFAULT}.
     *
     * @param value an expression without columns; values in it are written as literals
     * @return this
     */
    ColumnSpec<T> serverDefault(Expression<T> value);

    /**
     * Set a made value in every UPDATE that does not set the column.
     *
     * @param value makes the value, once per statement
     * @return this
     */
    ColumnSpec<T> onUpdate(Supplier<? extends T> value);

    /**
     * Give a default in SQL for INSERTs that set no value; unlike {@link #serverDefault} it is a part of each INSERT and may
     * be any expression, such as a subquery.
     *
     * @param value the expression
     * @return this
     */
    ColumnSpec<T> defaultExpression(Expression<? extends T> value);

    /**
     * Give a value in SQL for UPDATEs that set none.
     *
     * @param value the expression
     * @return this
     */
    ColumnSpec<T> onUpdateExpression(Expression<? extends T> value);
}
