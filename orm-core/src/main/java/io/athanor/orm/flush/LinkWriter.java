package io.athanor.orm.flush;

import io.athanor.engine.Connection;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes the rows of secondary tables, those of one relationship as one batch. */
final class LinkWriter implements RowSink {
    private final WritePlans plans;
    private final Supplier<Connection> connection;

    LinkWriter(WritePlans plans, Supplier<Connection> connection) {
        this.plans = plans;
        this.connection = connection;
    }

    @Override
    public void deleteLinks(Table table, List<Map<Column<?>, Object>> rows) {
        CompiledStatement compiled = plans.deleteLink(table, columns(rows));
        RowCount.check("DELETE", table, connection.get().updateBatch(compiled, bound(compiled, rows)));
    }

    @Override
    public void insertLinks(Table table, List<Map<Column<?>, Object>> rows) {
        CompiledStatement compiled = plans.insertLink(table, columns(rows));
        connection.get().insert(compiled, bound(compiled, rows), List.of());
    }

    private static List<Column<?>> columns(List<Map<Column<?>, Object>> rows) {
        return List.copyOf(rows.get(0).keySet());
    }

    private static List<BoundStatement> bound(CompiledStatement compiled, List<Map<Column<?>, Object>> rows) {
        List<BoundStatement> all = new ArrayList<>();
        rows.forEach(row -> all.add(compiled.bindAll(row.values().toArray())));
        return all;
    }
}
