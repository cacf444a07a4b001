package io.athanor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map that forgets what was not used for longest. A hit takes no lock; when the map is full, a quarter is
 * dropped at once, so that sorting by use is rare. Thread-safe.
 */
final class LruCache<K, V> {
    private final int capacity;
    private final ConcurrentMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final ReentrantLock evicting = new ReentrantLock();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();

    private static final class Entry<V> {
        private final V value;
        private volatile long used = System.nanoTime();

        Entry(V value) {
            this.value = value;
        }
    }

    private record Use<K>(K key, long used) {}

    LruCache(int capacity) {
        this.capacity = capacity;
    }

    @Nullable V get(K key) {
        Entry<V> entry = entries.get(key);
        if (entry == null) {
            misses.increment();
            return null;
        }
        hits.increment();
        entry.used = System.nanoTime();
        return entry.value;
    }

    void put(K key, V value) {
        if (capacity == 0) {
            return;
        }
        entries.put(key, new Entry<>(value));
        if (entries.size() > capacity && evicting.tryLock()) {
            try {
                evict();
            } finally {
                evicting.unlock();
            }
        }
    }

    private void evict() {
        List<Use<K>> uses = new ArrayList<>();
        for (Map.Entry<K, Entry<V>> entry : entries.entrySet()) {
            uses.add(new Use<>(entry.getKey(), entry.getValue().used));
        }
        // Differences, since nanoTime may overflow.
        uses.sort((a, b) -> Long.signum(a.used() - b.used()));
        int surplus = uses.size() - (capacity - capacity / 4);
        for (Use<K> use : uses.subList(0, Math.max(0, surplus))) {
            if (entries.remove(use.key()) != null) {
                evictions.increment();
            }
        }
    }

    void clear() {
        entries.clear();
    }

    int capacity() {
        return capacity;
    }

    int size() {
        return entries.size();
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }

    long evictions() {
        return evictions.sum();
    }
}
