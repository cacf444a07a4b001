package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders tables so that each comes after those that it refers to. */
final class TableOrder {
    private final boolean areCirclesLet;
    private final Set<Table> sorted = new LinkedHashSet<>();

    private TableOrder(boolean areCirclesLet) {
        this.areCirclesLet = areCirclesLet;
    }

    static List<Table> of(List<Table> tables, boolean areCirclesLet) {
        List<Table> byName = new ArrayList<>(tables);
        byName.sort(Comparator.comparing(Table::fullName));
        TableOrder order = new TableOrder(areCirclesLet);
        for (Table table : byName) {
            order.visit(table, new LinkedHashSet<>());
        }
        return List.copyOf(order.sorted);
    }

    private void visit(Table table, Set<Table> path) {
        if (sorted.contains(table)) {
            return;
        }
        if (!path.add(table)) {
            if (areCirclesLet) {
                return;
            }
            throw new ArgumentException(
                    "Tables %s refer to each other in a circle and cannot be ordered; drop one of the foreign keys, or have it added by useAlter()"
                            .formatted(path.stream().map(Table::fullName).toList()));
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (key.target() != table && !key.isAddedByAlter()) {
                visit(key.target(), path);
            }
        }
        path.remove(table);
        sorted.add(table);
    }
}
