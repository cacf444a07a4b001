package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a tracked map without their keys; as elsewhere in java.util, equal to itself only. */
final class TrackedValues<K, V> extends TrackedMapView<K, V, V> {
    private static final long serialVersionUID = 1L;

    TrackedValues(TrackedMap<K, V> map, Map<K, V> members) {
        super(map, members, members.values(), Map.Entry::getValue);
    }

    @Override
    Object writeReplace() {
        return new ArrayList<>(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrackedValues<?, ?> values && values.map == map;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(map);
    }
}
