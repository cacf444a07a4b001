package io.athanor.sql.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map that forgets what was not used for longest. A hit takes no lock; when the map is full, a quarter is
 * dropped at once, so that sorting by use is rare. Thread-safe.
 *
 * @param <K> what a value is found by
 * @param <V> what is kept
 * @since 0.1.0
 */
public final class LruCache<K, V> {
    private final int capacity;
    private final ConcurrentMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final ReentrantLock evicting = new ReentrantLock();
    /** Goes on with each value that is put: what was used since then is enough to know, and a hit mostly writes nothing. */
    private final AtomicLong clock = new AtomicLong();

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();

    private static final class Entry<V> {
        private final V value;
        private volatile long used;

        Entry(V value, long used) {
            this.value = value;
            this.used = used;
        }
    }

    private record Use<K>(K key, long used) {}

    /**
     * Create an empty cache.
     *
     * @param capacity how many values may be kept; 0 if none is
     */
    public LruCache(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Find a value, and note that it was used.
     *
     * @param key what it is found by
     * @return the value, or {@code null} if it is not kept
     */
    public @Nullable V get(K key) {
        Entry<V> entry = entries.get(key);
        if (entry == null) {
            misses.increment();
            return null;
        }
        hits.increment();
        long now = clock.get();
        if (entry.used != now) {
            entry.used = now;
        }
        return entry.value;
    }

    /**
     * Keep a value.
     *
     * @param key what it is found by
     * @param value the value
     */
    public void put(K key, V value) {
        if (capacity == 0) {
            return;
        }
        entries.put(key, new Entry<>(value, clock.incrementAndGet()));
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
        uses.sort((a, b) -> Long.compare(a.used(), b.used()));
        int surplus = uses.size() - (capacity - capacity / 4);
        for (Use<K> use : uses.subList(0, Math.max(0, surplus))) {
            if (entries.remove(use.key()) != null) {
                evictions.increment();
            }
        }
    }

    /** Forget all values. */
    public void clear() {
        entries.clear();
    }

    /**
     * Return how many values may be kept.
     *
     * @return the limit
     */
    public int capacity() {
        return capacity;
    }

    /**
     * Return how many values are kept.
     *
     * @return the number
     */
    public int size() {
        return entries.size();
    }

    /**
     * Return how often a value was found.
     *
     * @return a count
     */
    public long hits() {
        return hits.sum();
    }

    /**
     * Return how often a value was not found.
     *
     * @return a count
     */
    public long misses() {
        return misses.sum();
    }

    /**
     * Return how many values were forgotten for want of room.
     *
     * @return a count
     */
    public long evictions() {
        return evictions.sum();
    }
}
