package io.athanor.orm.flush;

import io.athanor.orm.identity.EntityKey;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Orders instances: by table so that what is referred to comes first, then as SQLAlchemy orders rows of one table. */
final class FlushSorter {
    private FlushSorter() {}

    /** Group instances by mapper, mappers in the order in which their tables depend on each other. */
    static Map<EntityMapper<?>, List<InstanceState>> byMapper(List<InstanceState> states) {
        Map<EntityMapper<?>, List<InstanceState>> found = new LinkedHashMap<>();
        for (InstanceState state : states) {
            found.computeIfAbsent(state.mapper(), any -> new ArrayList<>()).add(state);
        }
        if (found.size() < 2) {
            return found;
        }
        Map<Table, Integer> order = new LinkedHashMap<>();
        for (EntityMapper<?> mapper : found.keySet()) {
            for (Table table : mapper.table().metadata().sortedTables()) {
                order.putIfAbsent(table, order.size());
            }
        }
        Map<EntityMapper<?>, List<InstanceState>> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparing(entry -> order.get(entry.getKey().table())))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Updates and deletes of one table go by primary key, so that two sessions lock rows in the same order. */
    static List<InstanceState> byKey(List<InstanceState> states) {
        List<InstanceState> sorted = new ArrayList<>(states);
        sorted.sort((one, other) -> compare(keyOf(one), keyOf(other)));
        return sorted;
    }

    private static Object keyOf(InstanceState state) {
        EntityKey key = Objects.requireNonNull(state.key());
        return key.identity();
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
