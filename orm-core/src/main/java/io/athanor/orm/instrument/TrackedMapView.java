package io.athanor.orm.instrument;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keys, values or entries of a tracked map: nothing can be added, and what is removed is removed from the map. */
abstract class TrackedMapView<K, V, X> extends TrackedCollection<X> {
    private static final long serialVersionUID = 1L;

    final transient TrackedMap<K, V> map;
    private final transient Map<K, V> members;
    private final transient Function<Map.Entry<K, V>, X> part;

    TrackedMapView(TrackedMap<K, V> map, Map<K, V> members, Collection<X> view, Function<Map.Entry<K, V>, X> part) {
        super(map.adapter, view);
        this.map = map;
        this.members = members;
        this.part = part;
    }

    @Override
    public Iterator<X> iterator() {
        adapter.load();
        return new TrackedMapIterator<>(adapter, members.entrySet().iterator(), part);
    }

    @Override
    public boolean add(X element) {
        throw new UnsupportedOperationException("nothing can be added to a view of a map; put it into the map");
    }

    @Override
    public boolean addAll(Collection<? extends X> elements) {
        boolean isChanged = false;
        for (X element : elements) {
            isChanged |= add(element);
        }
        return isChanged;
    }

    /** Iterates entries, shows a part of each, and reports the member when one is removed. */
    private static final class TrackedMapIterator<K, V, X> implements Iterator<X> {
        private final CollectionAdapter adapter;
        private final Iterator<Map.Entry<K, V>> entries;
        private final Function<Map.Entry<K, V>, X> part;
        private Map.@Nullable Entry<K, V> last;

        TrackedMapIterator(
                CollectionAdapter adapter, Iterator<Map.Entry<K, V>> entries, Function<Map.Entry<K, V>, X> part) {
            this.adapter = adapter;
            this.entries = entries;
            this.part = part;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public X next() {
            Map.Entry<K, V> entry = entries.next();
            last = entry;
            return part.apply(entry);
        }

        @Override
        public void remove() {
            V removed = last == null ? null : last.getValue();
            adapter.check();
            entries.remove();
            adapter.replaced(removed, null);
        }
    }
}
