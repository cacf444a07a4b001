package io.athanor.orm.instrument;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of a tracked map. */
final class TrackedKeys<K, V> extends TrackedMapView<K, V, K> implements Set<K> {
    private static final long serialVersionUID = 1L;

    TrackedKeys(TrackedMap<K, V> map, Map<K, V> members) {
        super(map, members, members.keySet(), Map.Entry::getKey);
    }

    @Override
    Object writeReplace() {
        return new LinkedHashSet<>(this);
    }

    @Override
    public boolean remove(@Nullable Object key) {
        boolean isKey = map.containsKey(key);
        map.remove(key);
        return isKey;
    }
}
