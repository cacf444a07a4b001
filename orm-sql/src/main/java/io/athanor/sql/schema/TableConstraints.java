package io.athanor.sql.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constraints of a table: those stated for the whole of it, and those that its columns brought, by column. */
final class TableConstraints {
    final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Constraint> ofTable = new ArrayList<>();
    private final Map<Column<?>, List<Constraint>> byColumn = new LinkedHashMap<>();

    void add(Constraint constraint) {
        ofTable.add(constraint);
        note(constraint);
    }

    void add(Column<?> column, Constraint constraint) {
        byColumn.computeIfAbsent(column, any -> new ArrayList<>()).add(constraint);
        note(constraint);
    }

    private void note(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            foreignKeys.add(key);
        }
    }

    List<Constraint> ofTable() {
        return List.copyOf(ofTable);
    }

    List<Constraint> of(Column<?> column) {
        return List.copyOf(byColumn.getOrDefault(column, List.of()));
    }
}
