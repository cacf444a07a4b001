package io.athanor.orm.identity;

import io.athanor.orm.mapper.MappedRelationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instance asks of the session that holds it. Implemented by the session, far above. */
public interface PersistenceContext {
    /**
     * Load the attributes of an instance that are not loaded.
     *
     * @param state the instance's state
     */
    void load(InstanceState state);

    /**
     * Load an attribute of an instance that is loaded alone.
     *
     * @param state the instance's state
     * @param index the attribute
     */
    void loadDeferred(InstanceState state, int index);

    /**
     * Note that an instance was made of a row.
     *
     * @param state the new instance's state
     */
    void noteLoaded(InstanceState state);

    /**
     * Note that an attribute of an instance is being assigned for the first time since it was loaded or flushed. Refused
     * while another thread uses the session.
     *
     * @param state the instance's state
     */
    void noteChange(InstanceState state);

    /** Refuse what is about to be done if the session is closed, or used by another thread. */
    void checkUse();

    /**
     * Load a relationship to one object, and store it in the instance.
     *
     * @param state the instance's state
     * @param index the relationship
     */
    void loadReference(InstanceState state, int index);

    /**
     * Load the members of a collection.
     *
     * @param state the instance's state
     * @param index the relationship
     * @return the members in their order
     */
    List<Object> loadMembers(InstanceState state, int index);

    /**
     * Load a relationship of persistent instances that is to be seen before they are written, whatever is said about loading
     * it. That of many instances is loaded together.
     *
     * @param relationship the relationship
     * @param states the instances' states
     */
    void loadForWriting(MappedRelationship relationship, List<InstanceState> states);

    /**
     * Find what a relationship to one object refers to, without asking the database.
     *
     * @param state the instance's state
     * @param index the relationship
     * @return the object, or {@code null} if it is not here or there is none
     */
    @Nullable Object findReference(InstanceState state, int index);

    /**
     * Add an object that was related to one of this session, and all that is added with it.
     *
     * @param related the object
     */
    void addRelated(Object related);

    /**
     * Give up an object that was to be inserted, because its parent has let it go.
     *
     * @param state the object's state
     */
    void expungeOrphan(InstanceState state);

    /**
     * Let go of an instance, as the application has asked for.
     *
     * @param state the state of an instance of this session
     */
    void release(InstanceState state);

    /**
     * Return whether anybody wants to know of assignments.
     *
     * @return whether {@link #assigned} is to be asked
     */
    boolean isSetHeard();

    /**
     * Tell that an attribute is being assigned.
     *
     * @param state the instance's state
     * @param index the attribute
     * @param value what is assigned
     * @return what to store
     */
    @Nullable Object assigned(InstanceState state, int index, @Nullable Object value);
}
