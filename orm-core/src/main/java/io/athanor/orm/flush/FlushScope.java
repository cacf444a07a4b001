package io.athanor.orm.flush;

import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a flush asks of its session. Implemented by the session, above. */
public interface FlushScope {
    /**
     * Return whether an instance is pending or persistent in the session.
     *
     * @param state its state
     * @return whether it is
     */
    boolean contains(InstanceState state);

    /**
     * Find a persistent instance.
     *
     * @param key its identity
     * @return its state, or {@code null} if it is not in the session
     */
    @Nullable InstanceState find(EntityKey key);

    /**
     * Find what is deleted together with an instance, loading it.
     *
     * @param state the instance's state
     * @return the states of the others
     */
    List<InstanceState> deletedWith(InstanceState state);

    /**
     * Load what a relationship to one object held in the database before it was assigned without having been read.
     *
     * @param state the instance's state
     * @param index the relationship
     * @return the object, or {@code null} if there was none
     */
    @Nullable Object oldReference(InstanceState state, int index);

    /**
     * Load a relationship of many instances by few statements, where each would load it alone.
     *
     * @param states the states of the instances
     * @param relationship the relationship
     */
    void loadTogether(List<InstanceState> states, MappedRelationship relationship);

    /**
     * Warn that a relationship is not written, because the related object is in no session.
     *
     * @param relationship the relationship
     * @param operation what is not done
     */
    void warnNotInSession(Object relationship, String operation);

    /**
     * Note that a row has another key now.
     *
     * @param state the instance's state
     * @param key its new identity
     */
    void rekey(InstanceState state, EntityKey key);

    /**
     * Tell that a row is about to be inserted.
     *
     * @param state the instance's state
     */
    void inserting(InstanceState state);

    /**
     * Tell that the row of a changed instance is about to be updated.
     *
     * @param state the instance's state
     */
    void updating(InstanceState state);
}
