package io.athanor.orm.session;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of instances by identity, since two instances of a user's class may be equal; keeps its order, never changes. */
final class IdentitySet extends AbstractSet<Object> {
    private final List<Object> ordered;
    private final Set<Object> members = Collections.newSetFromMap(new IdentityHashMap<>());

    IdentitySet(Collection<?> instances) {
        this.ordered = List.copyOf(instances);
        this.members.addAll(ordered);
    }

    @Override
    public boolean contains(@Nullable Object instance) {
        return members.contains(instance);
    }

    @Override
    public Iterator<Object> iterator() {
        return ordered.iterator();
    }

    @Override
    public int size() {
        return ordered.size();
    }
}
