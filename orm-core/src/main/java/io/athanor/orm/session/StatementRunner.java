package io.athanor.orm.session;

import io.athanor.engine.Connection;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Result;
import io.athanor.engine.RowCursor;
import io.athanor.engine.Transaction;
import io.athanor.engine.dialect.Capability;
import io.athanor.orm.load.FromStatement;
import io.athanor.orm.load.LoadContext;
import io.athanor.orm.load.LoadPlan;
import io.athanor.orm.load.PlannedSelect;
import io.athanor.orm.load.RowGatherer;
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
import java.util.Iterator;
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

    /**
     * How rows are taken.
     *
     * @param isUnique whether equal ones are yielded once
     * @param isStrict whether rows that repeat must be made unique by the application
     * @param portion how many are read at once, 0 for all
     */
    record Taking(boolean isUnique, boolean isStrict, int portion) {
        static final Taking ALL = new Taking(false, false, 0);

        boolean isUnique(LoadPlan plan) {
            return isUnique || plan.isRepeating() && !isStrict;
        }
    }

    boolean has(Capability capability) {
        return connection.dialect().capabilities().has(capability);
    }

    <T> Result<T> run(RowStatement<T> statement, Map<String, ?> parameters, LoadContext context) {
        return run(statement, parameters, context, Taking.ALL);
    }

    <T> Result<T> run(RowStatement<T> statement, Map<String, ?> parameters, LoadContext context, Taking taking) {
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
        Reading<T> reading = new Reading<>((RowStatement<?>) inner, statement.shapeOfRows(), parameters, context);
        if (taking.portion() > 0) {
            return reading.inPortions(taking);
        }
        List<@Nullable T> rows = reading.all(taking);
        LoadPlan plan = reading.plan;
        Result<T> result = Result.of(rows, plan.keys(), plan.isOneEntity());
        return plan.isRepeating() && taking.isStrict() && !taking.isUnique() ? new RepeatingResult<>(result) : result;
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
            return StatementRunner.this
                    .run(labelled, parameters, context, Taking.ALL)
                    .all();
        }
    }

    /** One execution of a statement. */
    private final class Reading<T> {
        private final RowStatement<?> statement;
        private final RowShape<T> shape;
        private final Map<String, ?> parameters;
        private final LoadContext context;
        private LoadPlan plan;
        private final StructureKey key;

        Reading(RowStatement<?> statement, RowShape<T> shape, Map<String, ?> parameters, LoadContext context) {
            StructureKey stated = StructureKey.of(statement);
            this.statement = stated.cacheable() ? statement : binding.planner().withValues(statement);
            this.shape = shape;
            this.parameters = parameters;
            this.context = context;
            this.key = this.statement == statement ? stated : StructureKey.of(this.statement);
            this.plan = binding.planner().plan(this.statement, key);
        }

        private RowCursor open(Connection source) {
            RowCursor cursor = source.open(plan.compiled(), plan.compiled().bind(key.binds(), parameters));
            plan = plan.of(cursor);
            return cursor;
        }

        List<@Nullable T> all(Taking taking) {
            LoadContext running = following(context, () -> statement, parameters);
            RowGatherer<T> gatherer;
            try (RowCursor cursor = open(connection)) {
                gatherer = plan.gatherer(shape, taking.isUnique(plan));
                while (cursor.next()) {
                    gatherer.add(cursor, running);
                }
            }
            running.run().finish(running);
            return gatherer.take();
        }

        Result<T> inPortions(Taking taking) {
            if (plan.isWhole()) {
                throw new InvalidRequestException(
                        "yieldPer cannot be used with collections that are loaded by joins or subqueries, which need all rows at once; use selectinLoad(…)");
            }
            RowCursor cursor = open(connection.yieldPer(taking.portion()));
            RowGatherer<T> gatherer = plan.gatherer(shape, taking.isUnique());
            Iterator<T> rows = new Portions<>(
                    cursor, gatherer, taking.portion(), () -> following(context, () -> statement, parameters));
            return Result.streaming(rows, plan.keys(), plan.isOneEntity(), cursor::close);
        }
    }

    /** The rows of an INSERT that one statement cannot hold; all of them are inserted or none. */
    private <T> Result<T> run(Returning<?> returning, List<Insert> portions, RowShape<T> shape, LoadContext context) {
        List<@Nullable T> rows = new ArrayList<>();
        LoadPlan last = null;
        try (Transaction savepoint = connection.beginNested()) {
            for (Insert portion : portions) {
                Reading<T> reading = new Reading<>(returning.of(portion), shape, Map.of(), context);
                rows.addAll(reading.all(Taking.ALL));
                last = reading.plan;
            }
            savepoint.commit();
        }
        return Result.of(rows, Objects.requireNonNull(last).keys(), last.isOneEntity());
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
