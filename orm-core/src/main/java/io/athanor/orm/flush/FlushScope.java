package io.athanor.orm.flush;

import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.MappedRelationship;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Update;
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
     * Warn that a relationship is not written, because the related object is in no session.
     *
     * @param relationship the relationship
     * @param operation what is not done
     */
    void warnNotInSession(Object relationship, String operation);

    /**
     * Insert a row by a statement of its own, whose attributes are resolved first.
     *
     * @param insert an INSERT of one row
     * @param generated the columns whose values the database makes
     * @return their values; none if none is asked for
     */
    @Nullable Object[] insert(Insert insert, List<? extends NamedColumn<?>> generated);

    /**
     * Update a row by a statement of its own, whose attributes are resolved first.
     *
     * @param update an UPDATE
     * @return how many rows it met
     */
    long change(Update update);

    /**
     * Load attributes of an instance now.
     *
     * @param state its state, with a key
     * @param indexes the attributes
     */
    void load(InstanceState state, List<Integer> indexes);

    /**
     * Return all persistent instances of the session.
     *
     * @return their states
     */
    List<InstanceState> persistent();

    /**
     * Note that the database has changed a row together with another one.
     *
     * @param state the state of its instance, which has the new values already
     */
    void followed(InstanceState state);

    /**
     * Warn that rows to be deleted were gone already.
     *
     * @param table the name of the table
     * @param expected how many rows were to be deleted
     * @param met how many there were
     */
    void warnRowsGone(String table, long expected, long met);

    /**
     * Note that a row has another key now.
     *
     * @param state the instance's state
     * @param key its new identity
     */
    void rekey(InstanceState state, EntityKey key);

    /**
     * Load a relationship of instances that is to be seen before they are written, whatever is said about loading it. That of
     * many instances is loaded together.
     *
     * @param relationship the relationship
     * @param states the instances' states
     */
    void loadForWriting(MappedRelationship relationship, List<InstanceState> states);

    /**
     * Return whether anybody wants to know of rows that are about to be written.
     *
     * @return whether {@link #inserting} and {@link #updating} are to be called
     */
    boolean isHeard();

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
