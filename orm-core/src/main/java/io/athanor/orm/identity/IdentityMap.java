package io.athanor.orm.identity;

import io.athanor.orm.mapper.EntityMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The persistent instances of one session by identity. Clean instances that nobody uses are collected; their
 * states are swept out when the map has doubled. A state is itself the entry of the table, so that an instance costs no key
 * and no node. Not thread-safe.
 */
public final class IdentityMap {
    private static final int SMALL = 64;
    /** Spreads keys that follow each other; 2 to the 32nd by the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    /** Open addressing with a power of two of places, at most half of them taken; no place is ever marked as left. */
    private @Nullable InstanceState[] table = new InstanceState[SMALL];

    private int shift = Integer.numberOfLeadingZeros(SMALL) + 1;
    private int size;
    private int runs;

    /** Create an empty map. */
    public IdentityMap() {}

    /**
     * Return the state of an instance that is still there.
     *
     * @param mapper the root entity
     * @param identity the key's value, or a list of values for a composite key
     * @return its state, or {@code null}
     */
    public @Nullable InstanceState find(EntityMapper<?> mapper, Object identity) {
        InstanceState state = table[place(mapper, identity)];
        return state == null || state.instance() == null ? null : state;
    }

    /**
     * Return the state of an instance that is still there.
     *
     * @param key its identity
     * @return its state, or {@code null}
     */
    public @Nullable InstanceState find(EntityKey key) {
        return find(key.mapper(), key.identity());
    }

    /** Where an identity is, or would be. */
    private int place(EntityMapper<?> mapper, Object identity) {
        int mask = table.length - 1;
        int place = home(mapper, identity);
        InstanceState state = table[place];
        while (state != null && !(state.mapper() == mapper && identity.equals(state.identity()))) {
            place = place + 1 & mask;
            state = table[place];
        }
        return place;
    }

    private int home(EntityMapper<?> mapper, Object identity) {
        return (identity.hashCode() + mapper.hashCode()) * SPREAD >>> shift;
    }

    private int home(InstanceState state) {
        return home(state.mapper(), state.requireIdentity());
    }

    /**
     * Add an instance; one of the same identity that was collected is replaced.
     *
     * @param state its state, which has a key
     */
    public void add(InstanceState state) {
        int place = place(state.mapper(), state.requireIdentity());
        if (table[place] == null) {
            size++;
        }
        table[place] = state;
        if (2 * size > table.length) {
            sweep();
        }
    }

    /** Leave out those that were collected, and make room for as many again as are left. */
    private void sweep() {
        List<InstanceState> present = states();
        int capacity = Math.max(SMALL, Integer.highestOneBit(Math.max(1, 4 * present.size() - 1)) << 1);
        table = new InstanceState[capacity];
        shift = Integer.numberOfLeadingZeros(capacity) + 1;
        size = present.size();
        for (InstanceState state : present) {
            table[place(state.mapper(), state.requireIdentity())] = state;
        }
    }

    /**
     * Remove an instance.
     *
     * @param state its state
     */
    public void remove(InstanceState state) {
        if (!contains(state)) {
            return;
        }
        int mask = table.length - 1;
        int gap = place(state.mapper(), state.requireIdentity());
        size--;
        // Those behind it move up, unless that would take them before where they are looked for.
        for (int next = gap + 1 & mask; table[next] != null; next = next + 1 & mask) {
            InstanceState follower = table[next];
            if (follower != null && (next - home(follower) & mask) >= (next - gap & mask)) {
                table[gap] = follower;
                gap = next;
            }
        }
        table[gap] = null;
    }

    /**
     * Return whether an instance is in the map.
     *
     * @param state its state
     * @return whether it is
     */
    public boolean contains(InstanceState state) {
        Object identity = state.identity();
        return identity != null && table[place(state.mapper(), identity)] == state;
    }

    /**
     * Return the states of all instances that are still there.
     *
     * @return a copy
     */
    public List<InstanceState> states() {
        List<InstanceState> present = new ArrayList<>(size);
        forEach(present::add);
        return present;
    }

    /**
     * Do something with the states of all instances that are still there.
     *
     * @param action what to do; must neither add nor remove instances
     */
    public void forEach(Consumer<InstanceState> action) {
        for (InstanceState state : table) {
            if (state != null && state.instance() != null) {
                action.accept(state);
            }
        }
    }

    /**
     * Return a number for another run over the rows of a result.
     *
     * @return a number that the states do not have yet
     */
    public int nextRun() {
        return ++runs;
    }

    /**
     * Remove all instances.
     *
     * @param action what to do with the states of those that are still there
     */
    public void clear(Consumer<InstanceState> action) {
        forEach(action);
        table = new InstanceState[SMALL];
        shift = Integer.numberOfLeadingZeros(SMALL) + 1;
        size = 0;
    }
}
