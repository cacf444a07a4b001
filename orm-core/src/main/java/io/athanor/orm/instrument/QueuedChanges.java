package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What was added to and removed from a collection before it was loaded, each object once. */
final class QueuedChanges {
    private final Ordered added = new Ordered();
    private final Ordered removed = new Ordered();

    boolean isAdded(Object member) {
        return added.set.contains(member);
    }

    /** Return whether this is news. */
    boolean add(Object member) {
        return removed.take(member) || added.put(member);
    }

    /** Return whether this is news. */
    boolean remove(Object member) {
        return added.take(member) || removed.put(member);
    }

    List<Object> added() {
        return added.list;
    }

    List<Object> removed() {
        return removed.list;
    }

    /** A list whose elements are found by identity. */
    private static final class Ordered {
        private final List<Object> list = new ArrayList<>();
        private final Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());

        boolean put(Object member) {
            return set.add(member) && list.add(member);
        }

        boolean take(Object member) {
            return set.remove(member) && list.removeIf(each -> each == member);
        }
    }
}
