package io.athanor.orm.flush;

import io.athanor.orm.identity.InstanceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Orders the rows of one table as SQLAlchemy does. */
final class FlushSorter {
    private FlushSorter() {}

    /** Updates and deletes of one table go by primary key, so that two sessions lock rows in the same order. */
    static List<InstanceState> byKey(List<InstanceState> states) {
        List<InstanceState> sorted = new ArrayList<>(states);
        sorted.sort((one, other) -> compare(keyOf(one), keyOf(other)));
        return sorted;
    }

    private static Object keyOf(InstanceState state) {
        return Objects.requireNonNull(state.identity());
    }

    /** Keys of one table are of one class; a class without an order of its own keeps the given one. */
    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        if (one instanceof List<?> list && other instanceof List<?> others) {
            for (int i = 0; i < list.size(); i++) {
                int part = compare(list.get(i), others.get(i));
                if (part != 0) {
                    return part;
                }
            }
            return 0;
        }
        return one instanceof Comparable<?> comparable && one.getClass() == other.getClass()
                ? ((Comparable<Object>) comparable).compareTo(other)
                : 0;
    }
}
