package io.athanor.orm.identity;

/** What an instance asks of the session that holds it. Implemented by the session, far above. */
public interface PersistenceContext {
    /**
     * Load the attributes of an instance that are not loaded.
     *
     * @param state the instance's state
     */
    void load(InstanceState state);

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
}
