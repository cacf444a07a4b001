package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The untracked collection in which the members of a tracked one really are. */
final class Members {
    private final CollectionShape shape;
    private final @Nullable Map<Object, Object> map;
    private final Collection<Object> all;
    /** Only of a list: in a set, and in a map by its keys, nobody is twice. */
    private final @Nullable Occurrences occurrences;

    Members(CollectionShape shape, @Nullable Comparator<Object> order) {
        this.shape = shape;
        this.map = map(shape.kind(), order);
        this.all = map == null ? collection(shape.kind(), order) : map.values();
        this.occurrences = shape.kind() == CollectionShape.Kind.SET || shape.kind() == CollectionShape.Kind.SORTED_SET
                ? null
                : new Occurrences(all);
    }

    private static @Nullable Map<Object, Object> map(CollectionShape.Kind kind, @Nullable Comparator<Object> order) {
        return switch (kind) {
            case MAP -> new LinkedHashMap<>();
            case SORTED_MAP -> new TreeMap<>(order);
            case LIST, SET, SORTED_SET -> null;
        };
    }

    private static Collection<Object> collection(CollectionShape.Kind kind, @Nullable Comparator<Object> order) {
        return switch (kind) {
            case LIST -> new ArrayList<>();
            case SET -> new MemberSet<>();
            case SORTED_SET -> new TreeSet<>(order);
            case MAP, SORTED_MAP -> throw new IllegalArgumentException("members of a map are its values");
        };
    }

    /** The tracked collection around this. */
    Object view(CollectionAdapter adapter) {
        if (map instanceof SortedMap<Object, Object> sorted) {
            return new TrackedSortedMap<>(adapter, sorted);
        }
        if (map != null) {
            return new TrackedMap<>(adapter, map);
        }
        if (all instanceof TreeSet<Object> sorted) {
            return new TrackedSortedSet<>(adapter, sorted);
        }
        return all instanceof MemberSet<Object> set
                ? new TrackedSet<>(adapter, set)
                : new TrackedList<>(adapter, (List<Object>) all, true);
    }

    Collection<Object> all() {
        return all;
    }

    void clear() {
        all.clear();
        forgetCounts();
    }

    /** Who would have to go because another member has the same key. */
    @Nullable Object displacedBy(Object member) {
        return map == null ? null : map.get(shape.keyOf(member));
    }

    boolean put(Object member) {
        if (map != null) {
            Object displaced = map.put(shape.keyOf(member), member);
            if (displaced != null) {
                note(displaced, -1);
            }
            note(member, 1);
            return displaced != member;
        }
        boolean isNew = all.add(member);
        note(member, 1);
        return isNew;
    }

    /** Remove every occurrence; found by identity, since what an object equals may have changed meanwhile. */
    boolean take(Object member) {
        if (all instanceof MemberSet<Object> set && set.stored(member) == member) {
            return set.remove(member);
        }
        boolean isFound = false;
        for (Iterator<Object> each = all.iterator(); each.hasNext(); ) {
            if (each.next() == member) {
                each.remove();
                note(member, -1);
                isFound = true;
            }
        }
        return isFound;
    }

    // -- occurrences -------------------------------------------------------------------------------------------------

    void note(Object member, int difference) {
        if (occurrences != null) {
            occurrences.note(member, difference);
        }
    }

    void forgetCounts() {
        if (occurrences != null) {
            occurrences.forget();
        }
    }

    int count(Object member) {
        if (occurrences != null) {
            return occurrences.count(member);
        }
        if (all instanceof MemberSet<Object> set) {
            return set.stored(member) == member ? 1 : 0;
        }
        return (int) all.stream().filter(each -> each == member).count();
    }

    boolean isStillHeld(Object removed) {
        return occurrences != null && occurrences.count(removed) > 0;
    }

    boolean wasHeld(Object added, int times) {
        return occurrences != null && occurrences.count(added) > times;
    }
}
