package io.athanor.orm.identity;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persistent instances of one session by identity. Clean instances that nobody uses are collected and drop out. Not
 * thread-safe.
 */
public final class IdentityMap {
    private final Map<EntityKey, InstanceState> states = new HashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** Create an empty map. */
    public IdentityMap() {}

    /**
     * Return the queue that the states in this map are to be created with.
     *
     * @return the queue
     */
    public ReferenceQueue<Object> queue() {
        return collected;
    }

    /**
     * Return the state of an instance that is still there.
     *
     * @param key its identity
     * @return its state, or {@code null}
     */
    public @Nullable InstanceState find(EntityKey key) {
        purge();
        InstanceState state = states.get(key);
        return state == null || state.instance() == null ? null : state;
    }

    /**
     * Add an instance; one of the same identity that was collected is replaced.
     *
     * @param state its state, which has a key
     */
    public void add(InstanceState state) {
        purge();
        states.put(java.util.Objects.requireNonNull(state.key()), state);
    }

    /**
     * Remove an instance.
     *
     * @param state its state
     */
    public void remove(InstanceState state) {
        if (state.key() != null) {
            states.remove(state.key(), state);
        }
    }

    /**
     * Return whether an instance is in the map.
     *
     * @param state its state
     * @return whether it is
     */
    public boolean contains(InstanceState state) {
        return state.key() != null && states.get(state.key()) == state;
    }

    /**
     * Return the states of all instances that are still there.
     *
     * @return a copy
     */
    public List<InstanceState> states() {
        purge();
        List<InstanceState> present = new ArrayList<>(states.size());
        for (InstanceState state : states.values()) {
            if (state.instance() != null) {
                present.add(state);
            }
        }
        return present;
    }

    /** Remove all instances. */
    public void clear() {
        states.clear();
    }

    private void purge() {
        for (Reference<?> dead = collected.poll(); dead != null; dead = collected.poll()) {
            remove((InstanceState) dead);
        }
    }
}
