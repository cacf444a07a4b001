package io.athanor.sql.tree;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result. Values may be {@code null}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public interface Row {
    /**
     * Return the value of what was selected, or of the one column that stands for it.
     *
     * @param selected what the statement selects
     * @param <T> its Java type
     * @return the value, or {@code null} for NULL
     * @throws io.athanor.sql.error.ArgumentException if the statement does not select it
     */
    <T> @Nullable T get(Selectable<T> selected);

    /**
     * Return a value by position.
     *
     * @param index the position, from 0
     * @param type the class that is expected
     * @param <T> the class
     * @return the value, or {@code null} for NULL
     * @throws io.athanor.sql.error.ArgumentException if there is no such position, or the value is of another class
     */
    <T> @Nullable T get(int index, Class<T> type);

    /**
     * Return a value by name.
     *
     * @param name a name of {@link #keys}
     * @param type the class that is expected
     * @param <T> the class
     * @return the value, or {@code null} for NULL
     * @throws io.athanor.sql.error.ArgumentException if no column or more than one has the name, or the value is of
     *     another class
     */
    <T> @Nullable T get(String name, Class<T> type);

    /**
     * Return a value by position.
     *
     * @param index the position, from 0
     * @return the value, or {@code null} for NULL
     * @throws io.athanor.sql.error.ArgumentException if there is no such position
     */
    @Nullable Object get(int index);

    /**
     * Return the names of the columns.
     *
     * @return the names in order
     */
    List<String> keys();

    /**
     * Return the values by their names.
     *
     * @return an unmodifiable map in the order of the columns; of equal names the last one counts
     */
    Map<String, @Nullable Object> asMap();

    /**
     * Return the number of values.
     *
     * @return the number
     */
    int size();
}
