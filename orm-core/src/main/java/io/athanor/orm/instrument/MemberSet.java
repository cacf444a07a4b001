package io.athanor.orm.instrument;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** A linked hash set that can also hand out the element that equals another object. */
final class MemberSet<E> extends AbstractSet<E> {
    private final Map<E, E> elements = new LinkedHashMap<>();

    @Nullable E stored(@Nullable Object equal) {
        return elements.get(equal);
    }

    @Override
    public boolean add(E element) {
        return elements.putIfAbsent(element, element) == null;
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return elements.containsKey(element);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        return elements.remove(element) != null;
    }

    @Override
    public void clear() {
        elements.clear();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Iterator<E> iterator() {
        return elements.keySet().iterator();
    }

    @Override
    public Spliterator<E> spliterator() {
        return elements.keySet().spliterator();
    }
}
