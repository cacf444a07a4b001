package io.athanor.sql.compile;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Alias;
import io.athanor.sql.tree.Assignment;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.Selectable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an INSERT writes: columns in their order, client-side defaults included, and rows or a SELECT for them. */
record InsertPlan(
        NamedTable table,
        List<NamedColumn<?>> columns,
        List<List<Assignment>> rows,
        @Nullable SelectStatement<?> select,
        List<Assignment> added) {
    static InsertPlan of(Insert insert, NamedTable table, ChangedColumns changed) {
        if (!insert.columns().isEmpty()) {
            return ofSelect(insert, table, changed);
        }
        List<List<Assignment>> rows = new ArrayList<>();
        List<List<Assignment>> stated = insert.rows().isEmpty() ? List.of(List.of()) : insert.rows();
        for (List<Assignment> row : stated) {
            rows.add(changed.inserted(table, row));
        }
        List<NamedColumn<?>> columns = new ArrayList<>();
        rows.get(0).forEach(each -> columns.add(each.column()));
        if (columns.isEmpty() && rows.size() > 1) {
            throw new CompileException("Insert into [%s] has [%d] rows that set nothing; set a column in each"
                    .formatted(table.name(), rows.size()));
        }
        return new InsertPlan(table, columns, rows, null, List.of());
    }

    /** What comes from a SELECT is not known to a default. */
    void noteRows(StatementText out) {
        rows.forEach(out::row);
        if (select != null) {
            List<Assignment> row = new ArrayList<>(added);
            for (NamedColumn<?> column : columns.subList(0, columns.size() - added.size())) {
                row.add(new Assignment(column, column));
            }
            out.row(row);
        }
    }

    private static InsertPlan ofSelect(Insert insert, NamedTable table, ChangedColumns changed) {
        SelectStatement<?> select = insert.select();
        if (select == null) {
            throw new CompileException("Insert into [%s] names columns, but has no SELECT for them; call from(select)"
                    .formatted(table.name()));
        }
        insert.columns().forEach(column -> ChangedColumns.requireOf(table, column));
        List<NamedColumn<?>> columns = new ArrayList<>(insert.columns());
        List<Assignment> added = changed.defaults(table, columns, true);
        added.forEach(each -> columns.add(each.column()));
        return new InsertPlan(table, columns, List.of(), withColumns(select, added), added);
    }

    private static SelectStatement<?> withColumns(SelectStatement<?> select, List<Assignment> added) {
        if (added.isEmpty()) {
            return select;
        }
        List<Selectable<?>> values = new ArrayList<>();
        added.forEach(each -> values.add(each.value()));
        if (select instanceof Select<?> plain) {
            return plain.addColumns(values.toArray(new Selectable<?>[0]));
        }
        Alias inner = new Alias(select, null);
        List<Selectable<?>> all = new ArrayList<>();
        for (Selectable<?> each : select.selected()) {
            all.add(inner.column((Expression<?>) each));
        }
        all.addAll(values);
        return Select.rows(all);
    }
}
