package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.Result;
import io.athanor.engine.RowCursor;
import io.athanor.engine.Transaction;
import io.athanor.engine.dialect.Capability;
import io.athanor.orm.load.FromStatement;
import io.athanor.orm.load.LoadContext;
import io.athanor.orm.load.LoadPlan;
import io.athanor.orm.load.LoadPlan.RowReader;
import io.athanor.orm.load.PlannedSelect;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes statements of a session and loads what they yield, to the last row, before anything else is done. */
final class StatementRunner {
    private final Binding binding;
    private final Connection connection;

    StatementRunner(Binding binding, Connection connection) {
        this.binding = binding;
        this.connection = connection;
    }

    boolean has(Capability capability) {
        return connection.dialect().capabilities().has(capability);
    }

    <T> Result<T> run(RowStatement<T> statement, Map<String, ?> parameters, LoadContext context) {
        SqlNode inner = statement;
        while (inner instanceof MappedStatement<?> mapped) {
            inner = mapped.statement();
        }
        if (!(inner instanceof Select<?> || inner instanceof Returning<?> || inner instanceof FromStatement<?>)) {
            return connection.execute(statement, parameters);
        }
        if (inner instanceof Returning<?> returning
                && returning.change() instanceof Insert insert
                && parameters.isEmpty()) {
            List<Insert> portions = binding.planner().portions(insert);
            if (portions.size() > 1) {
                return run(returning, portions, statement.shapeOfRows(), context);
            }
        }
        List<@Nullable T> rows = new ArrayList<>();
        LoadPlan plan = read((RowStatement<?>) inner, statement.shapeOfRows(), parameters, context, rows);
        Result<T> result = Result.of(rows, plan.keys(), sameness(plan));
        return plan.isRepeating() ? result.unique() : result;
    }

    private static Result.Sameness sameness(LoadPlan plan) {
        return plan.isOneEntity() ? Result.Sameness.IDENTITY : Result.Sameness.EQUALITY;
    }

    /** Load entities by a statement that is planned. */
    List<Object> run(PlannedSelect planned, @Nullable Object[] values, LoadContext context) {
        LoadContext running = following(context, () -> planned.statement(values), Map.of());
        BoundStatement bound = planned.bind(values);
        List<Object> found;
        try (RowCursor cursor = connection.open(bound.compiled(), bound)) {
            found = planned.readAll(cursor, running);
        }
        running.run().finish(running);
        return found;
    }

    /** Return a context in which loads can be run that follow others. */
    LoadContext following(
            LoadContext context, Supplier<? extends RowStatement<?>> statement, Map<String, ?> parameters) {
        return context.of(context.statement().with(statement, parameters, new Follower(context)));
    }

    /** Runs statements that load related objects, for a plan whose rows are read. */
    private final class Follower implements LoadContext.Runner {
        private final LoadContext context;

        Follower(LoadContext context) {
            this.context = context;
        }

        @Override
        public int keysAtOnce() {
            return connection.dialect().keysAtOnce();
        }

        @Override
        public <T> List<T> run(Select<T> select, Map<String, ?> parameters) {
            boolean isUnlabelled = select.labelStyle() == LabelStyle.DISAMBIGUATE;
            Select<T> labelled =
                    isUnlabelled ? select.labelStyle(context.statement().labels()) : select;
            return StatementRunner.this.run(labelled, parameters, context).all();
        }
    }

    private <T> LoadPlan read(
            RowStatement<?> statement,
            RowShape<T> shape,
            Map<String, ?> parameters,
            LoadContext context,
            List<@Nullable T> rows) {
        StructureKey key = StructureKey.of(statement);
        LoadPlan plan = binding.planner().plan(statement, key);
        LoadContext running = following(context, () -> statement, parameters);
        try (RowCursor cursor = connection.open(plan.compiled(), plan.compiled().bind(key.binds(), parameters))) {
            plan = plan.of(cursor);
            RowReader<T> reader = plan.reader(shape);
            while (cursor.next()) {
                rows.add(reader.read(cursor, running));
            }
        }
        running.run().finish(running);
        return plan;
    }

    /** The rows of an INSERT that one statement cannot hold; all of them are inserted or none. */
    private <T> Result<T> run(Returning<?> returning, List<Insert> portions, RowShape<T> shape, LoadContext context) {
        List<@Nullable T> rows = new ArrayList<>();
        LoadPlan last = null;
        try (Transaction savepoint = connection.beginNested()) {
            for (Insert portion : portions) {
                last = read(returning.of(portion), shape, Map.of(), context, rows);
            }
            savepoint.commit();
        }
        return Result.of(rows, Objects.requireNonNull(last).keys(), sameness(last));
    }

    long change(Statement change, Map<String, ?> parameters) {
        if (change instanceof Insert insert && parameters.isEmpty()) {
            List<Insert> portions = binding.planner().portions(insert);
            if (portions.size() > 1) {
                long count = 0;
                try (Transaction savepoint = connection.beginNested()) {
                    for (Insert portion : portions) {
                        count += connection.execute(portion);
                    }
                    savepoint.commit();
                }
                return count;
            }
        }
        StructureKey key = StructureKey.of(change);
        CompiledStatement compiled = binding.planner().change(change, key);
        return connection.update(compiled.bind(key.binds(), parameters));
    }
}
