package io.athanor.orm.flush;

import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the rows of secondary tables, those of one relationship as one batch. */
final class LinkWriter implements RowSink {
    private final WritePlans plans;
    private final ChangeBatch changes;

    LinkWriter(WritePlans plans, ChangeBatch changes) {
        this.plans = plans;
        this.changes = changes;
    }

    @Override
    public void deleteLinks(Table table, List<Map<Column<?>, Object>> rows) {
        List<Column<?>> columns = columns(table, rows);
        CompiledStatement compiled = plans.deleteLink(table, columns);
        changes.add(compiled, bound(compiled, columns, rows), counts -> RowCount.check("DELETE", table, counts));
    }

    @Override
    public void changeLinks(Table table, List<Map<Column<?>, Object>> before, List<Map<Column<?>, Object>> after) {
        List<Column<?>> columns = columns(table, before);
        CompiledStatement compiled = plans.updateLink(table, columns);
        List<BoundStatement> rows = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            List<Object> values = new ArrayList<>(values(columns, after.get(i)));
            values.addAll(values(columns, before.get(i)));
            rows.add(compiled.bindAll(values.toArray()));
        }
        changes.add(compiled, rows, counts -> RowCount.check("UPDATE", table, counts));
    }

    private static List<Object> values(List<Column<?>> columns, Map<Column<?>, Object> row) {
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.get(column)));
        return values;
    }

    @Override
    public void insertLinks(Table table, List<Map<Column<?>, Object>> rows) {
        List<Column<?>> columns = columns(table, rows);
        CompiledStatement compiled = plans.insertLink(table, columns);
        changes.connection().updateBatch(compiled, bound(compiled, columns, rows));
    }

    /** In the order of the table, whichever side of the relationship writes. */
    private static List<Column<?>> columns(Table table, List<Map<Column<?>, Object>> rows) {
        List<Column<?>> columns = new ArrayList<>(table.columns());
        columns.retainAll(rows.get(0).keySet());
        return List.copyOf(columns);
    }

    private static List<BoundStatement> bound(
            CompiledStatement compiled, List<Column<?>> columns, List<Map<Column<?>, Object>> rows) {
        List<BoundStatement> all = new ArrayList<>();
        for (Map<Column<?>, Object> row : rows) {
            all.add(compiled.bindAll(values(columns, row).toArray()));
        }
        return all;
    }
}
