package io.athanor.orm.mapping;

import io.athanor.sql.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * One property of a {@link Mapping}. Read by the registry. Immutable.
 *
 * @param name the property's name
 * @param fieldClass the class of its values; a primitive one where the field is known to be primitive
 * @param declared its column as declared, or {@code null} if {@code column} is given
 * @param column its existing column, or {@code null} if {@code declared} is given
 * @param access reads and writes it, or {@code null} to access the field of an enhanced class
 * @param <T> the Java type of its values
 * @since 0.1.0
 */
public record PropertyMapping<T>(
        String name,
        Class<?> fieldClass,
        @Nullable DeclaredColumn<T> declared,
        @Nullable Column<T> column,
        @Nullable PropertyAccess access) {

    /**
     * How a property is loaded that is not loaded along with its instance. Immutable.
     *
     * @param group the properties that are loaded together, or {@code null}
     * @param isRaising whether using it is an error
     * @since 0.1.0
     */
    public record Deferral(@Nullable String group, boolean isRaising) {}
}
