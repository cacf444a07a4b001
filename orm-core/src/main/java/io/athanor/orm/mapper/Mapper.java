package io.athanor.orm.mapper;

import io.athanor.sql.schema.Table;
import java.util.List;

/**
 * How a registry maps a class. Immutable and thread-safe.
 *
 * @param <E> the mapped class
 * @since 0.1.0
 */
public interface Mapper<E> {
    /**
     * Return the table.
     *
     * @return the table that instances are stored in
     */
    Table table();

    /**
     * Return the mapped class.
     *
     * @return the class
     */
    Class<E> type();

    /**
     * Return an attribute by name, for names that are known at run time only.
     *
     * @param name the property's name
     * @param valueClass the class of its values; a primitive one stands for its wrapper
     * @param <T> the class of its values
     * @return the attribute, equal to that of the metamodel
     * @throws io.athanor.sql.error.ArgumentException if there is none of this name, or its values are of another class
     */
    <T> Attribute<E, T> attribute(String name, Class<T> valueClass);

    /**
     * Return the class as something to select and to join.
     *
     * @return the entity, equal to that of the metamodel
     */
    EntityRef<E> entity();

    /**
     * Return the attributes.
     *
     * @return the attributes in the order of their fields, or of their properties if the class is not enhanced
     */
    List<Attribute<E, ?>> attributes();
}
