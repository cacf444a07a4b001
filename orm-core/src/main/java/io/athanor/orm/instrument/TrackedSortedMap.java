package io.athanor.orm.instrument;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map sorted by its keys, or a part of one. */
final class TrackedSortedMap<K, V> extends TrackedMap<K, V> implements SortedMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final transient SortedMap<K, V> members;

    TrackedSortedMap(CollectionAdapter adapter, SortedMap<K, V> members) {
        super(adapter, members);
        this.members = members;
    }

    @Override
    Object writeReplace() {
        return new TreeMap<>(read());
    }

    private SortedMap<K, V> read() {
        adapter.load();
        return members;
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return members.comparator();
    }

    @Override
    public K firstKey() {
        return read().firstKey();
    }

    @Override
    public K lastKey() {
        return read().lastKey();
    }

    @Override
    public SortedMap<K, V> subMap(K from, K to) {
        return new TrackedSortedMap<>(adapter, read().subMap(from, to));
    }

    @Override
    public SortedMap<K, V> headMap(K to) {
        return new TrackedSortedMap<>(adapter, read().headMap(to));
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return new TrackedSortedMap<>(adapter, read().tailMap(from));
    }
}
