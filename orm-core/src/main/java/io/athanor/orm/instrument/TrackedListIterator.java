package io.athanor.orm.instrument;

import java.util.Arrays;
import java.util.ListIterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports what is removed, replaced and added while iterating; fails fast as the iterator within does. */
final class TrackedListIterator<E> implements ListIterator<E> {
    private final CollectionAdapter adapter;
    private final ListIterator<E> members;
    private @Nullable E last;

    TrackedListIterator(CollectionAdapter adapter, ListIterator<E> members) {
        this.adapter = adapter;
        this.members = members;
    }

    @Override
    public boolean hasNext() {
        return members.hasNext();
    }

    @Override
    public E next() {
        E element = members.next();
        last = element;
        return element;
    }

    @Override
    public boolean hasPrevious() {
        return members.hasPrevious();
    }

    @Override
    public E previous() {
        E element = members.previous();
        last = element;
        return element;
    }

    @Override
    public int nextIndex() {
        return members.nextIndex();
    }

    @Override
    public int previousIndex() {
        return members.previousIndex();
    }

    @Override
    public void forEachRemaining(Consumer<? super E> action) {
        members.forEachRemaining(element -> {
            last = element;
            action.accept(element);
        });
    }

    @Override
    public void remove() {
        E removed = last;
        adapter.check();
        members.remove();
        if (removed != null) {
            adapter.removed(removed);
        }
    }

    @Override
    public void set(E element) {
        E old = last;
        adapter.check(Arrays.asList(element));
        members.set(element);
        last = element;
        adapter.replaced(old, element);
    }

    @Override
    public void add(E element) {
        adapter.check(Arrays.asList(element));
        members.add(element);
        adapter.added(element);
    }
}
