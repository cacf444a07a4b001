package io.athanor.orm.instrument;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A collection of java.util, or a view of one, with the members of another one, which loads on reads and reports changes. */
abstract class TrackedCollection<E> implements Collection<E>, Tracked, Serializable {
    private static final long serialVersionUID = 1L;

    final transient CollectionAdapter adapter;
    private final transient Collection<E> members;

    TrackedCollection(CollectionAdapter adapter, Collection<E> members) {
        this.adapter = adapter;
        this.members = members;
    }

    @Override
    public final CollectionAdapter adapter() {
        return adapter;
    }

    /** The same as an ordinary collection, which knows nothing of a session. */
    abstract Object writeReplace();

    private Collection<E> read() {
        adapter.load();
        return members;
    }

    /** Refuse nulls, and whatever else the owner refuses, before anything is changed. */
    @SuppressWarnings("unchecked")
    final List<E> checked(Collection<? extends E> added) {
        List<E> copy = (List<E>) Arrays.asList(added.toArray());
        adapter.check(copy);
        return copy;
    }

    @Override
    public int size() {
        return read().size();
    }

    @Override
    public boolean isEmpty() {
        return read().isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return read().contains(element);
    }

    @Override
    public boolean containsAll(Collection<?> elements) {
        return read().containsAll(elements);
    }

    @Override
    public Iterator<E> iterator() {
        return new TrackedIterator<>(adapter, read().iterator());
    }

    @Override
    public Spliterator<E> spliterator() {
        return read().spliterator();
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        read().forEach(action);
    }

    @Override
    public Object[] toArray() {
        return read().toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return read().toArray(array);
    }

    @Override
    public boolean add(E element) {
        adapter.load();
        adapter.check(Arrays.asList(element));
        if (!members.add(element)) {
            return false;
        }
        adapter.added(element);
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        adapter.load();
        boolean isChanged = false;
        for (E element : checked(elements)) {
            isChanged |= add(element);
        }
        return isChanged;
    }

    @Override
    public boolean remove(@Nullable Object element) {
        return adapter.compare(() -> members.remove(element));
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        return adapter.compare(() -> members.removeAll(elements));
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        return adapter.compare(() -> members.retainAll(elements));
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        return adapter.compare(() -> members.removeIf(filter));
    }

    @Override
    public void clear() {
        adapter.compare(() -> {
            members.clear();
            return members;
        });
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
}
