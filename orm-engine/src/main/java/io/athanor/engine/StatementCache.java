package io.athanor.engine;

import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.LruCache;
import io.athanor.sql.compile.StructureKey;
import org.jspecify.annotations.Nullable;

/**
 * The compiled statements of an engine, by structure. Bounded: what was not used for longest is forgotten first.
 * Thread-safe; the numbers are those of some recent moment.
 *
 * @since 0.1.0
 */
public final class StatementCache {
    private final LruCache<StructureKey, CompiledStatement> cache;

    StatementCache(int capacity) {
        this.cache = new LruCache<>(capacity);
    }

    @Nullable CompiledStatement find(StructureKey key) {
        return cache.get(key);
    }

    void add(StructureKey key, CompiledStatement compiled) {
        cache.put(key.withoutBinds(), compiled);
    }

    /**
     * Return how many statements are held.
     *
     * @return the number
     */
    public int size() {
        return cache.size();
    }

    /**
     * Return how many statements may be held.
     *
     * @return the limit; 0 if nothing is cached
     */
    public int capacity() {
        return cache.capacity();
    }

    /**
     * Return how often a statement was found.
     *
     * @return a count since the engine was created
     */
    public long hits() {
        return cache.hits();
    }

    /**
     * Return how often a statement had to be compiled.
     *
     * @return a count since the engine was created; statements that cannot be cached do not count
     */
    public long misses() {
        return cache.misses();
    }

    /**
     * Return how many statements were forgotten for want of room.
     *
     * @return a count since the engine was created
     */
    public long evictions() {
        return cache.evictions();
    }

    /** Forget all statements. */
    public void clear() {
        cache.clear();
    }

    @Override
    public String toString() {
        return "StatementCache(size=%d, capacity=%d, hits=%d, misses=%d, evictions=%d)"
                .formatted(size(), capacity(), hits(), misses(), evictions());
    }
}
