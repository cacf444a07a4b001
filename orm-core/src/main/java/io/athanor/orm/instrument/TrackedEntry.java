package io.athanor.orm.instrument;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of a tracked map: setting its value replaces a member. */
final class TrackedEntry<K, V> implements Map.Entry<K, V> {
    private final TrackedMap<K, V> map;
    private final Map.Entry<K, V> entry;

    TrackedEntry(TrackedMap<K, V> map, Map.Entry<K, V> entry) {
        this.map = map;
        this.entry = entry;
    }

    @Override
    public K getKey() {
        return entry.getKey();
    }

    @Override
    public V getValue() {
        return entry.getValue();
    }

    @Override
    public V setValue(V value) {
        return map.setValue(entry, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || entry.equals(other);
    }

    @Override
    public int hashCode() {
        return entry.hashCode();
    }

    @Override
    public String toString() {
        return entry.toString();
    }
}
