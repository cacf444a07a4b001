package io.athanor.orm.instrument;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entries of a tracked map; whichever way one is handed out, setting its value is seen. */
final class TrackedEntries<K, V> extends TrackedMapView<K, V, Map.Entry<K, V>> implements Set<Map.Entry<K, V>> {
    private static final long serialVersionUID = 1L;

    TrackedEntries(TrackedMap<K, V> map, Map<K, V> members) {
        super(map, members, members.entrySet(), map::tracked);
    }

    @Override
    Object writeReplace() {
        Set<Map.Entry<K, V>> entries = new LinkedHashSet<>();
        forEach(entry -> entries.add(new AbstractMap.SimpleEntry<>(entry)));
        return entries;
    }

    private List<Map.Entry<K, V>> tracked() {
        List<Map.Entry<K, V>> entries = new ArrayList<>(size());
        iterator().forEachRemaining(entries::add);
        return entries;
    }

    @Override
    public void forEach(Consumer<? super Map.Entry<K, V>> action) {
        iterator().forEachRemaining(action);
    }

    @Override
    public Spliterator<Map.Entry<K, V>> spliterator() {
        return Spliterators.spliterator(this, Spliterator.DISTINCT);
    }

    @Override
    public Object[] toArray() {
        return tracked().toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return tracked().toArray(array);
    }

    @Override
    public boolean remove(@Nullable Object entry) {
        boolean isPresent = contains(entry);
        if (isPresent && entry instanceof Map.Entry<?, ?> present) {
            map.remove(present.getKey());
        }
        return isPresent;
    }
}
