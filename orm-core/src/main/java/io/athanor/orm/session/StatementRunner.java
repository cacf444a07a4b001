package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.Result;
import io.athanor.engine.RowCursor;
import io.athanor.orm.load.FromStatement;
import io.athanor.orm.load.LoadContext;
import io.athanor.orm.load.LoadPlan;
import io.athanor.orm.load.LoadPlan.RowReader;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes statements of a session and loads what they yield, to the last row, before anything else is done. */
final class StatementRunner {
    private final Binding binding;
    private final Connection connection;

    StatementRunner(Binding binding, Connection connection) {
        this.binding = binding;
        this.connection = connection;
    }

    <T> Result<T> run(RowStatement<T> statement, Map<String, ?> parameters, LoadContext context) {
        SqlNode inner = statement;
        while (inner instanceof MappedStatement<?> mapped) {
            inner = mapped.statement();
        }
        if (!(inner instanceof Select<?> || inner instanceof Returning<?> || inner instanceof FromStatement<?>)) {
            return connection.execute(statement, parameters);
        }
        StructureKey key = StructureKey.of(inner);
        LoadPlan plan = binding.planner().plan((RowStatement<?>) inner, key);
        RowReader<T> reader = plan.reader(statement.shapeOfRows());
        List<@Nullable T> rows = new ArrayList<>();
        try (RowCursor cursor = connection.open(plan.compiled(), plan.compiled().bind(key.binds(), parameters))) {
            while (cursor.next()) {
                rows.add(reader.read(cursor, context));
            }
        }
        return Result.of(rows, plan.keys(), plan.isOneEntity());
    }

    long change(Statement change, Map<String, ?> parameters) {
        StructureKey key = StructureKey.of(change);
        CompiledStatement compiled = binding.planner().change(change, key);
        return connection.update(compiled.bind(key.binds(), parameters));
    }
}
