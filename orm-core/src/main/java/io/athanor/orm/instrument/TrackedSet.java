package io.athanor.orm.instrument;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set that keeps the order in which its members were added or loaded. */
final class TrackedSet<E> extends TrackedCollection<E> implements Set<E> {
    private static final long serialVersionUID = 1L;

    private final transient MemberSet<E> members;

    TrackedSet(CollectionAdapter adapter, MemberSet<E> members) {
        super(adapter, members);
        this.members = members;
    }

    @Override
    Object writeReplace() {
        adapter.load();
        return new LinkedHashSet<>(members);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        adapter.load();
        E stored = members.stored(element);
        if (stored == null) {
            return false;
        }
        adapter.check();
        members.remove(stored);
        adapter.removed(stored);
        return true;
    }
}
