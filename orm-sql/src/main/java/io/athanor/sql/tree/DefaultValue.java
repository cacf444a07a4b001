package io.athanor.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * Makes the value of a column that a statement does not set; SQLAlchemy's context-sensitive default.
 *
 * @param <T> the Java type of the column's values
 * @since 0.1.0
 */
@FunctionalInterface
public interface DefaultValue<T> {
    /**
     * Make the value, once for each row.
     *
     * @param row what is known of the row
     * @return the value, or {@code null} for NULL
     */
    @Nullable T of(CurrentParameters row);
}
