package io.athanor.orm.identity;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Objects told apart by identity, in the order of their addition; all is found without search. */
final class IdentityList {
    private final Map<Object, Long> numbers = new IdentityHashMap<>();
    private final TreeMap<Long, Object> ordered = new TreeMap<>();
    private long next;

    boolean add(Object element) {
        if (numbers.putIfAbsent(element, next) != null) {
            return false;
        }
        ordered.put(next++, element);
        return true;
    }

    boolean remove(Object element) {
        Long number = numbers.remove(element);
        if (number == null) {
            return false;
        }
        ordered.remove(number);
        return true;
    }

    boolean contains(Object element) {
        return numbers.containsKey(element);
    }

    void keepIf(Predicate<Object> condition) {
        for (Object element : toList()) {
            if (!condition.test(element)) {
                remove(element);
            }
        }
    }

    List<Object> toList() {
        return new ArrayList<>(ordered.values());
    }
}
