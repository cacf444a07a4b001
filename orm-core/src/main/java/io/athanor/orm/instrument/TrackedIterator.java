package io.athanor.orm.instrument;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports what is removed while iterating; fails fast as the iterator within does. */
final class TrackedIterator<E> implements Iterator<E> {
    private final CollectionAdapter adapter;
    private final Iterator<E> members;
    private @Nullable E last;

    TrackedIterator(CollectionAdapter adapter, Iterator<E> members) {
        this.adapter = adapter;
        this.members = members;
    }

    @Override
    public boolean hasNext() {
        return members.hasNext();
    }

    /** {@inheritDoc}
     *
     * @throws NoSuchElementException if there is none
     */
    @Override
    public E next() {
        E element = members.next();
        last = element;
        return element;
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
}
