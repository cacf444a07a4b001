package io.athanor.orm.instrument;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A map from a property of the members to the members. */
class TrackedMap<K, V> implements Map<K, V>, Tracked, Serializable {
    private static final long serialVersionUID = 1L;

    final transient CollectionAdapter adapter;
    private final transient Map<K, V> members;

    TrackedMap(CollectionAdapter adapter, Map<K, V> members) {
        this.adapter = adapter;
        this.members = members;
    }

    @Override
    public final CollectionAdapter adapter() {
        return adapter;
    }

    /** The same as an ordinary map, which knows nothing of a session. */
    Object writeReplace() {
        return new LinkedHashMap<>(read());
    }

    private Map<K, V> read() {
        adapter.load();
        return members;
    }

    private void check(K key, @Nullable V value) {
        adapter.check(Arrays.asList(value));
        adapter.shape().checkKey(key, value);
    }

    // -- reading -----------------------------------------------------------------------------------------------------

    @Override
    public int size() {
        return read().size();
    }

    @Override
    public boolean isEmpty() {
        return read().isEmpty();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return read().containsKey(key);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return read().containsValue(value);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return read().get(key);
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        read().forEach(action);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || read().equals(other);
    }

    @Override
    public int hashCode() {
        return read().hashCode();
    }

    @Override
    public String toString() {
        return read().toString();
    }

    // -- changing ----------------------------------------------------------------------------------------------------

    @Override
    public @Nullable V put(K key, V value) {
        adapter.load();
        check(key, value);
        V old = members.put(key, value);
        adapter.replaced(old, value);
        return old;
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> others) {
        adapter.load();
        others.forEach(this::check);
        new ArrayList<>(others.entrySet()).forEach(entry -> put(entry.getKey(), entry.getValue()));
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        adapter.load();
        adapter.check();
        V old = members.remove(key);
        adapter.replaced(old, null);
        return old;
    }

    @Override
    public void clear() {
        adapter.compare(() -> {
            members.clear();
            return members;
        });
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        adapter.compare(() -> {
            members.replaceAll((key, value) -> {
                V replacement = function.apply(key, value);
                check(key, replacement);
                return replacement;
            });
            return members;
        });
    }

    @Override
    public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
        Computation computation = new Computation(key);
        return computation.run(() -> members.computeIfAbsent(key, each -> computation.result(function.apply(each))));
    }

    @Override
    public @Nullable V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Computation computation = new Computation(key);
        return computation.run(
                () -> members.computeIfPresent(key, (each, old) -> computation.result(function.apply(each, old))));
    }

    @Override
    public @Nullable V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
        Computation computation = new Computation(key);
        return computation.run(
                () -> members.compute(key, (each, old) -> computation.result(function.apply(each, old))));
    }

    @Override
    public @Nullable V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
        Computation computation = new Computation(key);
        return computation.run(() -> {
            if (value != null) {
                check(key, value);
            }
            return members.merge(key, value, (old, each) -> computation.result(function.apply(old, each)));
        });
    }

    /** A change of one key by a function of the application, told as a single change of that key. */
    private final class Computation {
        private final K key;
        private @Nullable V before;

        Computation(K key) {
            this.key = key;
            this.before = read().get(key);
        }

        /** Whatever the function did to the map itself was told by then. */
        @Nullable V result(@Nullable V value) {
            if (value != null) {
                check(key, value);
            }
            before = members.get(key);
            return value;
        }

        @Nullable V run(Supplier<@Nullable V> operation) {
            adapter.check();
            V value = operation.get();
            adapter.replaced(before, members.get(key));
            return value;
        }
    }

    // -- views -------------------------------------------------------------------------------------------------------

    @Override
    public Set<K> keySet() {
        return new TrackedKeys<>(this, members);
    }

    @Override
    public Collection<V> values() {
        return new TrackedValues<>(this, members);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new TrackedEntries<>(this, members);
    }

    /** An entry whose value can be set. */
    Map.Entry<K, V> tracked(Map.Entry<K, V> entry) {
        return new TrackedEntry<>(this, entry);
    }

    V setValue(Map.Entry<K, V> entry, V value) {
        check(entry.getKey(), value);
        V old = entry.setValue(value);
        adapter.replaced(old, value);
        return old;
    }
}
