package io.athanor.orm.instrument;

import java.util.Collection;

/**
 * Told by a tracked collection what happens to it: the seam between an ordinary-looking collection and the session. Not for
 * application code.
 *
 * @since 0.1.0
 */
public interface CollectionOwner {
    /**
     * Return the object that has the collection.
     *
     * @return the object
     */
    Instrumented instance();

    /**
     * Return whose collection it is.
     *
     * @return the relationship, by the place of its field
     */
    int relationship();

    /**
     * Load the members of a collection and hand them to {@link CollectionAdapter#fill}. Called before the first read of a
     * collection that is not loaded.
     *
     * @param collection the collection
     */
    void load(CollectionAdapter collection);

    /**
     * Allow or refuse a change. Called before anything is changed; whatever is thrown leaves the collection as it is.
     *
     * @param adding what is about to be added, without nulls; empty if members are only removed or moved
     */
    void check(Collection<?> adding);

    /**
     * Note that an object became a member. Called after the change, and only if the object was no member before: not for the
     * second occurrence in a list.
     *
     * @param member the new member
     */
    void added(Object member);

    /**
     * Note that an object is no member any more. Called after the change, and only if no other occurrence is left.
     *
     * @param member the former member
     */
    void removed(Object member);

    /** Note that a list has the same members in another order, after it was sorted or its elements were replaced at once. */
    default void reordered() {}
}
