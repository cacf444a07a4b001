package io.athanor.orm.query;

import io.athanor.orm.instrument.CustomCollection;
import java.util.Collection;
import java.util.List;

/**
 * A relationship to many objects that is never loaded as a whole: members are added, removed, and read by queries; SQLAlchemy's
 * {@code lazy='dynamic'}. For a collection that may be too large to be held, such as the posts of a user.
 *
 * <pre>{@code
 * @Relationship(backPopulates = "author")
 * private DynamicCollection<BlogPost> posts;
 * }</pre>
 *
 * <p>The field is left without a value; an object that the session has loaded or added has one. Confined to the thread that
 * uses the session, as the object is.
 *
 * @param <T> the mapped class of the members
 * @since 0.1.0
 */
public interface DynamicCollection<T> {
    /**
     * Add a member; nothing is loaded. Does nothing if it is known to be a member.
     *
     * @param member the object
     * @throws io.athanor.sql.error.ArgumentException if it is not of the class that the relationship holds
     */
    void add(T member);

    /**
     * Add members, as {@link #add}.
     *
     * @param members the objects
     */
    default void addAll(Collection<? extends T> members) {
        members.forEach(this::add);
    }

    /**
     * Remove a member; nothing is loaded, so whether it is one is not checked.
     *
     * @param member the object
     */
    void remove(T member);

    /**
     * Return a query of the members, in the order that the relationship states. What is pending is flushed first, if the
     * session does so by itself.
     *
     * @return a new query of the session that holds the object
     * @throws io.athanor.orm.state.DetachedInstanceException if no session holds the object
     */
    Query<T> query();

    /**
     * Return how a relationship shows its members this way, for a mapping that is not generated:
     * {@code spec.collection(List.class, DynamicCollection.shown())}.
     *
     * @return the door
     */
    static CustomCollection<DynamicCollection<Object>, List<Object>> shown() {
        return RelatedQuery.DOOR;
    }
}
