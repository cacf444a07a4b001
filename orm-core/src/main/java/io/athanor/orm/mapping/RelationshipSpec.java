package io.athanor.orm.mapping;

import io.athanor.orm.instrument.CustomCollection;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import java.util.function.Supplier;

/**
 * States what the class of a field does not tell of its relationship. Alive only inside the function that it is handed to; not
 * thread-safe.
 *
 * @since 0.1.0
 */
public interface RelationshipSpec {
    /**
     * Name the other side, which is kept in step in memory.
     *
     * @param property the property of the other class
     * @return this
     */
    RelationshipSpec backPopulates(String property);

    /**
     * State what is done to related objects together with this one.
     *
     * @param cascades the cascades; none at all for no cascade
     * @return this
     */
    RelationshipSpec cascade(Cascade... cascades);

    /**
     * State how it is loaded.
     *
     * @param strategy the strategy
     * @return this
     */
    RelationshipSpec lazy(Lazy strategy);

    /**
     * Sort a collection when it is loaded.
     *
     * @param properties properties of the other class, each perhaps followed by a blank and {@code desc}
     * @return this
     */
    RelationshipSpec orderBy(String... properties);

    /**
     * Go through a secondary table.
     *
     * @param table a name in the metadata, which may be defined later
     * @return this
     */
    RelationshipSpec secondary(String table);

    /**
     * Go through a secondary table.
     *
     * @param table the table
     * @return this
     */
    RelationshipSpec secondary(Table table);

    /**
     * State the condition between the two classes, or between this class and the secondary table.
     *
     * @param condition gives it when the registry has all classes
     * @return this
     */
    RelationshipSpec primaryJoin(Supplier<? extends Expression<Boolean>> condition);

    /**
     * State the condition between the secondary table and the other class.
     *
     * @param condition gives it when the registry has all classes
     * @return this
     */
    RelationshipSpec secondaryJoin(Supplier<? extends Expression<Boolean>> condition);

    /**
     * Choose among several foreign keys between the two tables.
     *
     * @param columns the referring columns, each as {@code table.column}
     * @return this
     */
    RelationshipSpec foreignKey(String... columns);

    /**
     * Choose among several foreign keys between the two tables.
     *
     * @param columns the referring columns
     * @return this
     */
    RelationshipSpec foreignKey(Column<?>... columns);

    /**
     * Tell the sides of a relationship of a class to itself.
     *
     * @param properties those that belong to the object referred to
     * @return this
     */
    RelationshipSpec remoteSide(String... properties);

    /**
     * Name the key of a map.
     *
     * @param property a property of the other class
     * @return this
     */
    RelationshipSpec keyedBy(String property);

    /**
     * Show the members as a class of the application's own, or as a {@code DynamicCollection}; SQLAlchemy's
     * {@code collection_class}.
     *
     * @param kept the kind of collection that the members are kept in, such as {@code List.class}
     * @param shown how the field's value is made around it
     * @param <S> the type of what they are kept in
     * @return this
     */
    <S> RelationshipSpec collection(Class<? super S> kept, CustomCollection<?, S> shown);

    /**
     * Say how deep the relationship is loaded eagerly that leads back to a class which was come by, such as that of a tree;
     * SQLAlchemy's {@code join_depth}.
     *
     * @param depth along how many relationships from the entity that was queried
     * @return this
     * @throws MappingException if it is less than 1
     */
    RelationshipSpec joinDepth(int depth);

    /**
     * Only read: changes are not written.
     *
     * @return this
     */
    RelationshipSpec viewOnly();

    /**
     * Leave what is not loaded to the database when the parent is deleted.
     *
     * @return this
     */
    RelationshipSpec passiveDeletes();

    /**
     * Leave all to the database when the parent is deleted.
     *
     * @return this
     */
    RelationshipSpec passiveDeletesAll();

    /**
     * State whether the database follows a changed key by itself.
     *
     * @param byDatabase whether it does, which is assumed
     * @return this
     */
    RelationshipSpec passiveUpdates(boolean byDatabase);

    /**
     * Write the foreign key by an UPDATE of its own, after the rows.
     *
     * @return this
     */
    RelationshipSpec postUpdate();
}
