package io.athanor.orm.mapper;

import io.athanor.orm.mapping.PropertyMapping.Deferral;
import io.athanor.sql.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as a mapper knows it. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class MappedAttribute {
    private final int index;
    private final int position;
    private final String name;
    private final Class<?> fieldType;
    private final Primitive primitive;
    private final Column<?> column;
    private final boolean isKey;
    private final @Nullable Deferral deferral;

    MappedAttribute(Place place, String name, Class<?> fieldType, Column<?> column, Role role) {
        this.index = place.index;
        this.position = place.position;
        this.name = name;
        this.fieldType = fieldType;
        this.primitive = Primitive.of(fieldType);
        this.column = column;
        this.isKey = role.isKey;
        this.deferral = role.deferral;
    }

    /** What an attribute is to its instance. */
    record Role(boolean isKey, @Nullable Deferral deferral) {}

    /** Where an attribute is: among all fields, and among those that have a column. */
    record Place(int index, int position) {}

    /**
     * Return the place of the attribute among the attributes and relationships of its mapper.
     *
     * @return the index, from 0; for an enhanced class the index of the field
     */
    public int index() {
        return index;
    }

    /**
     * Return the place of the attribute among those that are stored in columns.
     *
     * @return the position in {@link EntityMapper#columnAttributes}
     */
    public int position() {
        return position;
    }

    /**
     * Return the name.
     *
     * @return the property's name
     */
    public String name() {
        return name;
    }

    /**
     * Return the column that stores the attribute.
     *
     * @return the column, whose type holds values of the attribute's class
     */
    public Column<?> column() {
        return column;
    }

    /**
     * Return the class of the values.
     *
     * @return the field's class; where only functions are known, the class of the column's values
     */
    public Class<?> fieldType() {
        return fieldType;
    }

    /**
     * Return which primitive type the field has.
     *
     * @return {@link Primitive#NONE} if it may hold {@code null}
     */
    public Primitive primitive() {
        return primitive;
    }

    /**
     * Return whether the attribute is part of what identifies an instance.
     *
     * @return whether it is
     */
    public boolean isKey() {
        return isKey;
    }

    /**
     * Return how the attribute is loaded, if not along with its instance.
     *
     * @return how, or {@code null} if it is loaded along
     */
    public @Nullable Deferral deferral() {
        return deferral;
    }

    @Override
    public String toString() {
        return name;
    }
}
