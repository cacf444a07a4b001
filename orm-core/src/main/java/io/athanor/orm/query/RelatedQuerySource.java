package io.athanor.orm.query;

import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Update;
import java.util.function.BiConsumer;

/** Makes queries of what objects are related to. Implemented by the session. Not for application code. */
public interface RelatedQuerySource {
    /**
     * Make a query of the members of a collection.
     *
     * @param owner the object that has the collection
     * @param relationship the relationship, by the place of its field
     * @return the query, in the relationship's order
     */
    Query<?> relatedQuery(Object owner, int relationship);

    /**
     * Make a SELECT of the members of a collection.
     *
     * @param owner the object that has the collection
     * @param relationship the relationship, by the place of its field
     * @return the statement, in the relationship's order
     */
    Select<?> relatedSelect(Object owner, int relationship);

    /**
     * Make an INSERT of members that refer to their owner.
     *
     * @param owner the object that has the collection
     * @param relationship the relationship, by the place of its field
     * @param elements what the members are made of
     * @param each sets the other columns of an element's row
     * @param <S> the elements' class
     * @return the statement
     */
    <S> Insert relatedInsert(
            Object owner, int relationship, Iterable<? extends S> elements, BiConsumer<Assignments, ? super S> each);

    /**
     * Make an UPDATE of the members of a collection.
     *
     * @param owner the object that has the collection
     * @param relationship the relationship, by the place of its field
     * @return the statement, which sets nothing yet
     */
    Update relatedUpdate(Object owner, int relationship);

    /**
     * Make a DELETE of the members of a collection.
     *
     * @param owner the object that has the collection
     * @param relationship the relationship, by the place of its field
     * @return the statement
     */
    Delete relatedDelete(Object owner, int relationship);
}
