package io.athanor.orm.mapper;

import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StorageKind;

/**
 * The type of an attribute that is not resolved yet: a symbol as the attribute is, replaced by the type of its column
 * before a statement is compiled. Equal by entity and property. Immutable.
 *
 * @param entity the mapped class
 * @param property the property's name
 * @param javaType the class of its values, never primitive
 * @param <T> the class of its values
 * @since 0.1.0
 */
public record AttributeType<T>(Class<?> entity, String property, Class<T> javaType) implements SqlType<T> {
    @Override
    public StorageKind kind() {
        return StorageKind.OTHER;
    }

    @Override
    public String toString() {
        return entity.getSimpleName() + "." + property;
    }
}
