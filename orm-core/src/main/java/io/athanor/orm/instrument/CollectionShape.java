package io.athanor.orm.instrument;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What kind of collection a property holds, and how its members are ordered or keyed in it. Immutable.
 *
 * @since 0.1.0
 */
public final class CollectionShape {
    private final Kind kind;
    private final @Nullable Comparator<Object> comparator;
    private final @Nullable Function<Object, ?> key;
    private final @Nullable CustomCollection<Object, Object> custom;

    private CollectionShape(
            Kind kind,
            @Nullable Comparator<Object> comparator,
            @Nullable Function<Object, ?> key,
            @Nullable CustomCollection<Object, Object> custom) {
        this.kind = kind;
        this.comparator = comparator;
        this.key = key;
        this.custom = custom;
    }

    /**
     * Return the shape of a property by its declared type.
     *
     * @param type one of {@code Collection}, {@code List}, {@code Set}, {@code SortedSet}, {@code NavigableSet}, {@code Map},
     *     {@code SortedMap}; a map must be given its {@linkplain #keyedBy key}
     * @return the shape
     * @throws ArgumentException if a property of that type cannot be kept track of
     */
    public static CollectionShape of(Class<?> type) {
        for (Kind kind : Kind.values()) {
            if (kind.types.contains(type)) {
                return new CollectionShape(kind, null, null, null);
            }
        }
        throw new ArgumentException(
                "Collection type [%s] cannot be kept track of; declare the property as Collection, List, Set, SortedSet, NavigableSet, Map or SortedMap, or give it a CustomCollection"
                        .formatted(type.getName()));
    }

    /**
     * Sort the members, or the keys of a map.
     *
     * @param order the order, for a sorted shape; without it the natural one, or that of the collection which is replaced
     * @return a new shape
     */
    @SuppressWarnings("unchecked")
    public CollectionShape sortedBy(Comparator<?> order) {
        return new CollectionShape(kind, (Comparator<Object>) order, key, custom);
    }

    /**
     * Key the members of a map.
     *
     * @param keyOf yields the key of a member, for example by one of its properties
     * @return a new shape
     */
    public CollectionShape keyedBy(Function<Object, ?> keyOf) {
        return new CollectionShape(kind, comparator, keyOf, custom);
    }

    /**
     * Show the collection to the application as its own class.
     *
     * @param door how such a collection is made
     * @return a new shape
     */
    @SuppressWarnings("unchecked")
    public CollectionShape shownAs(CustomCollection<?, ?> door) {
        return new CollectionShape(kind, comparator, key, (CustomCollection<Object, Object>) door);
    }

    /**
     * Return whether the members have keys.
     *
     * @return whether this is the shape of a map
     */
    public boolean isKeyed() {
        return kind == Kind.MAP || kind == Kind.SORTED_MAP;
    }

    /**
     * Make an empty collection that counts as loaded.
     *
     * @param owner whom it tells
     * @return its adapter
     */
    public CollectionAdapter create(CollectionOwner owner) {
        return new CollectionAdapter(this, comparator, owner);
    }

    /**
     * Make a collection with the members of another one, which itself is neither changed nor kept. It counts as loaded, and
     * nobody is told.
     *
     * @param value a collection of this shape, as the application assigned it
     * @param owner whom the new one tells from now on
     * @return the adapter of the new one
     * @throws ArgumentException if the value is no such collection
     */
    @SuppressWarnings("unchecked")
    public CollectionAdapter adapt(@Nullable Object value, CollectionOwner owner) {
        List<Object> members = members(value);
        Object storage = storage(value);
        Comparator<Object> order = comparator;
        if (order == null && storage instanceof SortedSet<?> sorted) {
            order = (Comparator<Object>) sorted.comparator();
        } else if (order == null && storage instanceof SortedMap<?, ?> sorted) {
            order = (Comparator<Object>) sorted.comparator();
        }
        CollectionAdapter adapter = new CollectionAdapter(this, order, owner);
        adapter.fill(members);
        return adapter;
    }

    /**
     * Return the adapter of a collection that was made here.
     *
     * @param value what a property holds
     * @return its adapter; {@code null} if the value is another collection, or a view of a part of one
     */
    public @Nullable CollectionAdapter adapterOf(@Nullable Object value) {
        Object storage = storage(value);
        return storage instanceof Tracked tracked && tracked.adapter().storage() == storage ? tracked.adapter() : null;
    }

    /**
     * Return the members of a collection of this shape, as the application has it.
     *
     * @param value the collection
     * @return its members in its order, without keys
     * @throws ArgumentException if it is no such collection, or if a map's key is not that of its member
     */
    public List<Object> members(@Nullable Object value) {
        Object storage = storage(value);
        if (storage == null || !kind.isInstance(storage)) {
            throw new ArgumentException(
                    "Incompatible collection: [%s] is no [%s]; assign a collection, an empty one for none"
                            .formatted(
                                    value == null ? null : value.getClass().getName(),
                                    kind.types.get(0).getName()));
        }
        if (storage instanceof Map<?, ?> map) {
            map.forEach(this::checkKey);
            return new ArrayList<>(map.values());
        }
        return new ArrayList<>((Collection<?>) storage);
    }

    private @Nullable Object storage(@Nullable Object value) {
        return custom == null || value == null || value instanceof Tracked ? value : custom.storage(value);
    }

    /** What the application sees of a storage. */
    Object show(Object storage) {
        return custom == null ? storage : custom.around(storage);
    }

    Kind kind() {
        return kind;
    }

    /** Refuse to hold a member under a key that it would not have when it is loaded again. */
    void checkKey(@Nullable Object given, @Nullable Object member) {
        Object own = member == null ? null : keyFunction().apply(member);
        if (own != null && !own.equals(given)) {
            throw new ArgumentException(
                    "Key [%s] is not that of the member [%s]; put it under [%s]".formatted(given, member, own));
        }
    }

    Object keyOf(Object member) {
        Object own = keyFunction().apply(member);
        if (own == null) {
            throw new ArgumentException(
                    "Member [%s] has no key yet; set the property by which the map is keyed before adding it"
                            .formatted(member));
        }
        return own;
    }

    private Function<Object, ?> keyFunction() {
        if (key == null) {
            throw new ArgumentException("A map has no key; name the property by which its members are keyed");
        }
        return key;
    }

    /** The kinds of collections of java.util. */
    enum Kind {
        LIST(List.of(List.class, Collection.class)),
        SET(List.of(Set.class)),
        SORTED_SET(List.of(SortedSet.class, NavigableSet.class)),
        MAP(List.of(Map.class)),
        SORTED_MAP(List.of(SortedMap.class));

        private final List<Class<?>> types;

        Kind(List<Class<?>> types) {
            this.types = types;
        }

        boolean isInstance(Object value) {
            return this == LIST ? value instanceof Collection : types.get(0).isInstance(value);
        }
    }
}
