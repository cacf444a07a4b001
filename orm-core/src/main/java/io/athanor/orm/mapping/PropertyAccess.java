package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one property of a class that was not enhanced. Thread-safe as far as the user's own functions are.
 *
 * @since 0.1.0
 */
public interface PropertyAccess {
    /**
     * Read the property.
     *
     * @param entity an instance of the mapped class
     * @return its value, or {@code null}
     */
    @Nullable Object get(Object entity);

    /**
     * Write the property.
     *
     * @param entity an instance of the mapped class
     * @param value a value of the property's class, or {@code null}
     */
    void set(Object entity, @Nullable Object value);
}
