package io.athanor.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * The SET list handed to a function: a row of an insert, the changes of an update. Mutable, alive only inside the function,
 * and not thread-safe.
 *
 * @since 0.1.0
 */
public interface Assignments {
    /**
     * Set a column to a value.
     *
     * @param column the column
     * @param value the value, bound; a {@code null} variable gives NULL
     * @param <T> the Java type
     * @return this
     */
    <T> Assignments set(NamedColumn<T> column, @Nullable T value);

    /**
     * Set a column to an expression.
     *
     * @param column the column
     * @param value the expression
     * @param <T> the Java type
     * @return this
     */
    <T> Assignments set(NamedColumn<T> column, Expression<? extends T> value);

    /**
     * Set a column to NULL.
     *
     * @param column the column
     * @return this
     */
    Assignments setNull(NamedColumn<?> column);

    /**
     * Return the value that the INSERT proposed for a column; only for the changes of a row in its way.
     *
     * @param column the column
     * @param <T> the Java type
     * @return the value
     */
    <T> Expression<T> excluded(NamedColumn<T> column);
}
