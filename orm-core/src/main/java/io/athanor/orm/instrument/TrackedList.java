package io.athanor.orm.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A list, or a part of one. What later JDKs add to lists by default methods comes down to the methods here. */
final class TrackedList<E> extends TrackedCollection<E> implements List<E>, RandomAccess {
    private static final long serialVersionUID = 1L;

    private final transient List<E> members;
    private final transient boolean whole;

    TrackedList(CollectionAdapter adapter, List<E> members, boolean whole) {
        super(adapter, members);
        this.members = members;
        this.whole = whole;
    }

    @Override
    Object writeReplace() {
        return new ArrayList<>(read());
    }

    private List<E> read() {
        adapter.load();
        return members;
    }

    @Override
    public E get(int index) {
        return read().get(index);
    }

    @Override
    public int indexOf(@Nullable Object element) {
        return read().indexOf(element);
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        return read().lastIndexOf(element);
    }

    @Override
    public ListIterator<E> listIterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        return new TrackedListIterator<>(adapter, read().listIterator(index));
    }

    @Override
    public List<E> subList(int from, int to) {
        return new TrackedList<>(adapter, read().subList(from, to), false);
    }

    @Override
    public boolean add(E element) {
        return whole && adapter.enqueues(element) || super.add(element);
    }

    @Override
    public void add(int index, E element) {
        adapter.load();
        adapter.check(Arrays.asList(element));
        members.add(index, element);
        adapter.added(element);
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        if (!whole || adapter.isLoaded()) {
            return addAll(size(), elements);
        }
        List<E> added = checked(elements);
        added.forEach(this::add);
        return !added.isEmpty();
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        adapter.load();
        List<E> added = checked(elements);
        boolean isChanged = members.addAll(index, added);
        adapter.added(added);
        return isChanged;
    }

    @Override
    public E set(int index, E element) {
        adapter.load();
        adapter.check(Arrays.asList(element));
        E old = members.set(index, element);
        adapter.replaced(old, element);
        return old;
    }

    @Override
    public E remove(int index) {
        adapter.load();
        adapter.check();
        E removed = members.remove(index);
        adapter.removed(removed);
        return removed;
    }

    @Override
    public boolean remove(@Nullable Object element) {
        if (whole && element != null && adapter.dequeues(element)) {
            return true;
        }
        int index = indexOf(element);
        if (index >= 0) {
            remove(index);
        }
        return index >= 0;
    }

    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        adapter.compare(() -> {
            members.replaceAll(element -> {
                E replacement = operator.apply(element);
                adapter.check(Arrays.asList(replacement));
                return replacement;
            });
            return members;
        });
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        adapter.compare(() -> {
            members.sort(order);
            return members;
        });
    }
}
