package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rows of an INSERT come from: stated, or a SELECT into columns. */
record InsertSource(
        List<List<Assignment>> rows,
        List<NamedColumn<?>> columns,
        @Nullable SelectStatement<?> select) {
    static final InsertSource NONE = of(List.of());

    static InsertSource of(List<List<Assignment>> rows) {
        return new InsertSource(rows, List.of(), null);
    }

    List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>(columns);
        if (select != null) {
            children.add(select);
        }
        rows.forEach(children::addAll);
        return children;
    }

    InsertSource withChildren(Nodes nodes) {
        List<NamedColumn<?>> newColumns = nodes.next(columns.size());
        SelectStatement<?> newSelect = select == null ? null : nodes.next();
        List<List<Assignment>> newRows = new ArrayList<>(rows.size());
        for (List<Assignment> row : rows) {
            newRows.add(nodes.next(row.size()));
        }
        return new InsertSource(List.copyOf(newRows), newColumns, newSelect);
    }

    /** The rows set the same columns, so their number and that of the columns tell all. */
    Object shape() {
        return List.of(rows.size(), rows.isEmpty() ? 0 : rows.get(0).size(), columns.size(), select != null);
    }
}
