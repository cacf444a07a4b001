package io.athanor.orm.instrument;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A sorted set, or a part of one, or one seen backwards. */
final class TrackedSortedSet<E> extends TrackedCollection<E> implements NavigableSet<E> {
    private static final long serialVersionUID = 1L;

    private final transient NavigableSet<E> members;

    TrackedSortedSet(CollectionAdapter adapter, NavigableSet<E> members) {
        super(adapter, members);
        this.members = members;
    }

    @Override
    Object writeReplace() {
        return new TreeSet<>((SortedSet<E>) read());
    }

    private NavigableSet<E> read() {
        adapter.load();
        return members;
    }

    private NavigableSet<E> part(NavigableSet<E> part) {
        return new TrackedSortedSet<>(adapter, part);
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean remove(@Nullable Object element) {
        if (!read().contains(element)) {
            return false;
        }
        E stored = members.floor((E) element);
        adapter.check();
        members.remove(element);
        if (stored != null) {
            adapter.removed(stored);
        }
        return true;
    }

    @Override
    public @Nullable E pollFirst() {
        return polled(read().isEmpty() ? null : members.first());
    }

    @Override
    public @Nullable E pollLast() {
        return polled(read().isEmpty() ? null : members.last());
    }

    private @Nullable E polled(@Nullable E element) {
        if (element != null) {
            remove(element);
        }
        return element;
    }

    @Override
    public @Nullable Comparator<? super E> comparator() {
        return members.comparator();
    }

    @Override
    public E first() {
        return read().first();
    }

    @Override
    public E last() {
        return read().last();
    }

    @Override
    public @Nullable E lower(E element) {
        return read().lower(element);
    }

    @Override
    public @Nullable E floor(E element) {
        return read().floor(element);
    }

    @Override
    public @Nullable E ceiling(E element) {
        return read().ceiling(element);
    }

    @Override
    public @Nullable E higher(E element) {
        return read().higher(element);
    }

    @Override
    public NavigableSet<E> descendingSet() {
        return part(read().descendingSet());
    }

    @Override
    public Iterator<E> descendingIterator() {
        return new TrackedIterator<>(adapter, read().descendingIterator());
    }

    @Override
    public NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
        return part(read().subSet(from, fromInclusive, to, toInclusive));
    }

    @Override
    public NavigableSet<E> headSet(E to, boolean inclusive) {
        return part(read().headSet(to, inclusive));
    }

    @Override
    public NavigableSet<E> tailSet(E from, boolean inclusive) {
        return part(read().tailSet(from, inclusive));
    }

    @Override
    public SortedSet<E> subSet(E from, E to) {
        return subSet(from, true, to, false);
    }

    @Override
    public SortedSet<E> headSet(E to) {
        return headSet(to, false);
    }

    @Override
    public SortedSet<E> tailSet(E from) {
        return tailSet(from, true);
    }
}
