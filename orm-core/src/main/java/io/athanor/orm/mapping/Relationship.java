package io.athanor.orm.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a field refer to other mapped objects rather than to a column; SQLAlchemy's {@code relationship}. The field's type
 * says to what: a mapped class, or a {@code Collection}, {@code List}, {@code Set}, {@code SortedSet}, {@code Map} or
 * {@code DynamicCollection} of one. The condition follows from the foreign key between the two tables. Read by the processor,
 * never at run time.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Relationship {
    /**
     * Name the field of the other class that is the other side of this relationship. Both are kept in step in memory.
     *
     * @return its name; empty if there is none
     */
    String backPopulates() default "";

    /**
     * State what is done to related objects together with this one.
     *
     * @return the cascades; none for {@link Cascade#SAVE_UPDATE} and {@link Cascade#MERGE}
     */
    Cascade[] cascade() default {};

    /**
     * Sort a collection when it is loaded.
     *
     * @return names of fields of the other class, separated by commas, each perhaps followed by {@code desc}
     */
    String orderBy() default "";

    /**
     * Name the secondary table of a many-to-many relationship: that of an {@link Association}, or any other of the metadata.
     *
     * @return its name; empty if the two tables refer to each other directly
     */
    String secondary() default "";

    /**
     * State how it is loaded.
     *
     * @return the strategy
     */
    Lazy lazy() default Lazy.SELECT;

    /**
     * Name a static method without parameters, of this class and not private, that returns the condition; SQLAlchemy's
     * {@code primaryjoin}. In it {@code Orm.foreign} and {@code Orm.remote} mark what no foreign key tells.
     *
     * @return its name; empty for a condition made of foreign keys
     */
    String joinOn() default "";

    /**
     * Name a static method that returns the condition between the secondary table and the other class, as {@link #joinOn}.
     *
     * @return its name; empty for a condition made of foreign keys
     */
    String secondaryJoinOn() default "";

    /**
     * Choose among several foreign keys between the two tables.
     *
     * @return the columns that refer to the other table, each as {@code table.column}
     */
    String[] foreignKey() default {};

    /**
     * Tell the sides of a relationship of a class to itself.
     *
     * @return the fields that belong to the object referred to: the key for a single object, the reference for a collection,
     *     which is what is assumed
     */
    String[] remoteSide() default {};

    /**
     * Name the field of the other class that is the key of a {@code Map}.
     *
     * @return its name; needed for a map and only there
     */
    String keyedBy() default "";

    /**
     * How deep the relationship is loaded eagerly if it leads back to a class which was come by, such as that of a tree.
     *
     * @return along how many relationships from the entity that was queried; 0 for not beyond the first such class
     */
    int joinDepth() default 0;

    /**
     * Show the members as a class of the application's own; SQLAlchemy's {@code collection_class}.
     *
     * @return a class that implements {@link io.athanor.orm.instrument.CustomCollection} and has a constructor without
     *     parameters; {@code void} for a collection of {@code java.util}
     */
    Class<?> collection() default void.class;

    /**
     * Only read: changes are not written.
     *
     * @return whether they are not
     */
    boolean viewOnly() default false;

    /**
     * Leave what is not loaded to the database when the parent is deleted, whose foreign key says ON DELETE.
     *
     * @return whether to
     */
    boolean passiveDeletes() default false;

    /**
     * Leave all to the database when the parent is deleted, even what is loaded; SQLAlchemy's {@code passive_deletes='all'}.
     *
     * @return whether to
     */
    boolean passiveDeletesAll() default false;

    /**
     * Leave it to the database to follow a changed key, by ON UPDATE CASCADE.
     *
     * @return whether to; if not, the referring rows are loaded and updated
     */
    boolean passiveUpdates() default true;

    /**
     * Write the foreign key by an UPDATE of its own, after the rows; needed where two rows refer to each other.
     *
     * @return whether to
     */
    boolean postUpdate() default false;
}
