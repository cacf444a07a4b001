package io.athanor.orm.mapper;

/**
 * Where the foreign key of a relationship is.
 *
 * @since 0.1.0
 */
public enum Direction {
    /** In the row of the related object. */
    ONE_TO_MANY,
    /** In the row of the object itself. */
    MANY_TO_ONE,
    /** In rows of a secondary table. */
    MANY_TO_MANY
}
