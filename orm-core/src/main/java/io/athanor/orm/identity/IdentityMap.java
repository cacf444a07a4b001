package io.athanor.orm.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The persistent instances of one session by identity. Clean instances that nobody uses are collected; their
 * states are swept out when the map has doubled. Not
 * thread-safe.
 */
public final class IdentityMap {
    private static final int SMALL = 256;

    private final Map<EntityKey, InstanceState> states = new HashMap<>();
    private int limit = SMALL;

    /** Create an empty map. */
    public IdentityMap() {}

    /**
     * Return the state of an instance that is still there.
     *
     * @param key its identity
     * @return its state, or {@code null}
     */
    public @Nullable InstanceState find(EntityKey key) {
        InstanceState state = states.get(key);
        return state == null || state.instance() == null ? null : state;
    }

    /**
     * Add an instance; one of the same identity that was collected is replaced.
     *
     * @param state its state, which has a key
     */
    public void add(InstanceState state) {
        states.put(Objects.requireNonNull(state.key()), state);
        if (states.size() > limit) {
            states.values().removeIf(each -> each.instance() == null);
            limit = Math.max(SMALL, 2 * states.size());
        }
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
}
