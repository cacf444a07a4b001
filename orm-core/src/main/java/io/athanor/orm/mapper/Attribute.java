package io.athanor.orm.mapper;

import io.athanor.sql.tree.NamedColumn;

/**
 * A property of a mapped class that is stored in a column: a typed symbol, resolved to a column by the registry of the
 * session that runs the statement. Exists before any registry, so one class may serve several. Equal by owner and name.
 * Immutable and thread-safe.
 *
 * @param <E> the mapped class
 * @param <T> the class of the property's values
 * @since 0.1.0
 */
public interface Attribute<E, T> extends NamedColumn<T> {
    /**
     * Return what the attribute belongs to.
     *
     * @return the entity, or an alias of it
     */
    EntityRef<E> owner();

    @Override
    default EntityRef<E> table() {
        return owner();
    }

    /**
     * Name a property of a class that has no metamodel because it is mapped imperatively. That there is such a property is
     * checked when a statement runs.
     *
     * @param entity the class
     * @param property the property's name in its mapping
     * @param type the class of its values; a primitive one stands for its wrapper
     * @param <E> the class
     * @param <T> the class of the values
     * @return the attribute
     */
    static <E, T> Attribute<E, T> of(Class<E> entity, String property, Class<T> type) {
        return new PlainEntity<>(entity).attribute(property, type);
    }
}
