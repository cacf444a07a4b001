package io.athanor.orm.instrument;

/**
 * Makes the trackers of instances that no session knows. Implemented once, by the ORM itself. Thread-safe.
 *
 * @since 0.1.0
 */
public interface TrackerSource {
    /**
     * Attach a tracker to an instance that has none.
     *
     * @param instance an instance of a mapped class
     * @return its tracker
     */
    Tracker track(Instrumented instance);
}
