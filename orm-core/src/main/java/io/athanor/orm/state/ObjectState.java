package io.athanor.orm.state;

import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.RelationshipAttribute;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one instance of a mapped class; SQLAlchemy's {@code InstanceState} as {@code inspect()} shows it. A view
 * of the present, not thread-safe.
 *
 * @param <E> the mapped class
 * @since 0.1.0
 */
public interface ObjectState<E> {
    /** The states of an instance, as in SQLAlchemy. */
    enum Lifecycle {
        /** In no session and without a row. */
        TRANSIENT,
        /** Added to a session, not yet inserted. */
        PENDING,
        /** In a session, with a row. */
        PERSISTENT,
        /** Deleted by a flush whose transaction is still open. */
        DELETED,
        /** With a row, but in no session. */
        DETACHED
    }

    /**
     * Return the state.
     *
     * @return the state
     */
    Lifecycle lifecycle();

    /**
     * Return whether an attribute was assigned since the instance was loaded or flushed.
     *
     * @return whether one was, perhaps to an equal value
     */
    boolean modified();

    /**
     * Return whether all of the instance is to be loaded again by the next access; SQLAlchemy's {@code expired}.
     *
     * @return whether it was expired as a whole, and not loaded since
     */
    boolean expired();

    /**
     * Return the attributes that the next access would load.
     *
     * @return their names
     */
    Set<String> unloaded();

    /**
     * Return the primary key.
     *
     * @return the value, a list of values for a composite key, or {@code null} without a row
     */
    @Nullable Object identity();

    /**
     * Return what has happened to an attribute.
     *
     * @param attribute the attribute
     * @param <T> its Java type
     * @return its history; loads nothing
     */
    <T> History<T> history(Attribute<? super E, T> attribute);

    /**
     * Return what has happened to a relationship.
     *
     * @param relationship the relationship
     * @param <T> the class that it refers to
     * @return its history; loads nothing
     */
    <T> History<T> history(RelationshipAttribute<? super E, T> relationship);
}
