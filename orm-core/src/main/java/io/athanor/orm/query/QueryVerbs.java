package io.athanor.orm.query;

import static io.athanor.sql.Sql.func;

import io.athanor.engine.Result;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Select;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs a query. */
abstract class QueryVerbs<T> implements Iterable<T> {
    final QueryRunner runner;
    final QueryPlan<T> plan;

    QueryVerbs(QueryRunner runner, QueryPlan<T> plan) {
        this.runner = runner;
        this.plan = plan;
    }

    private Result<T> run() {
        return run(plan);
    }

    /** What entities are in is yielded once, unless it is not known what comes yet. */
    private Result<T> run(QueryPlan<T> running) {
        return runner.run(running.statement(), running.parameters(), running.hasEntity() && !running.isInPortions());
    }

    /**
     * Run the query.
     *
     * @return all that it yields; rows that hold entities once each, as in SQLAlchemy's {@code Query}
     */
    public List<T> all() {
        try (Result<T> result = run()) {
            return result.all();
        }
    }

    static long number(@Nullable Expression<?> count, long otherwise) {
        return count instanceof Bind<?> bind && bind.value() instanceof Long number ? number : otherwise;
    }

    /**
     * Run the query for its first row.
     *
     * @return what it yields; empty if there is no row, or if a single column holds NULL
     */
    public Optional<T> first() {
        try (Result<T> result = run(firstRow(true))) {
            return result.first();
        }
    }

    private QueryPlan<T> firstRow(boolean isOffsetStated) {
        if (plan.isFromStatement()) {
            return plan;
        }
        Select<?> select = plan.select();
        Select<?> only = select.limit(Math.min(1, number(select.rowLimit().limit(), 1)));
        return plan.with(isOffsetStated ? only.offset(number(select.rowLimit().offset(), 0)) : only);
    }

    /**
     * Run the query for its only row.
     *
     * @return what it yields, {@code null} if a single column holds NULL
     * @throws io.athanor.engine.error.NoResultFoundException if there is no row
     * @throws io.athanor.engine.error.MultipleResultsFoundException if there is more than one
     */
    public T one() {
        try (Result<T> result = run()) {
            return result.one();
        }
    }

    /**
     * Run the query for its only row, if there is one.
     *
     * @return what it yields; empty if there is no row
     * @throws io.athanor.engine.error.MultipleResultsFoundException if there is more than one
     */
    public Optional<T> oneOrNone() {
        try (Result<T> result = run()) {
            return result.oneOrNone();
        }
    }

    /**
     * Run the query for the value of its only row.
     *
     * @return what it yields; {@code null} if there is no row
     * @throws io.athanor.engine.error.MultipleResultsFoundException if there is more than one
     */
    public @Nullable T scalar() {
        return oneOrNone().orElse(null);
    }

    /**
     * Count the rows, not the entities.
     *
     * @return the number
     */
    public long count() {
        Select<Long> count = Select.of(func.count())
                .from(plan.source().subquery())
                .labelStyle(LabelStyle.TABLE_COLUMN_ONCE)
                .options(plan.criteria());
        try (Result<Long> result = runner.run(count, plan.parameters(), false)) {
            return result.one();
        }
    }

    /**
     * Ask whether there is a row.
     *
     * @return whether there is
     */
    public boolean exists() {
        try (Result<T> result = run(firstRow(false))) {
            return result.iterator().hasNext();
        }
    }

    /**
     * Run the query. With {@code yieldPer} rows are read as the stream goes on; close it unless it is read to its end.
     *
     * @return what it yields, one after the other
     */
    public Stream<T> stream() {
        return plan.isInPortions() ? run().stream() : all().stream();
    }

    /**
     * Run the query for portions of what it yields; with {@code yieldPer} each is read as it is asked for.
     *
     * @param size how many a portion has
     * @return the portions; close the stream unless it is read to its end
     */
    public Stream<List<T>> partitions(int size) {
        return run().partitions(size);
    }

    @Override
    public Iterator<T> iterator() {
        return plan.isInPortions() ? run().iterator() : all().iterator();
    }

    /**
     * Update the rows that the query would select, and bring the session's instances up to date.
     *
     * @param set sets columns, through attributes
     * @param synchronize how the session learns which instances were met
     * @return how many rows were met
     * @throws ArgumentException if the query selects something else than one entity, or is more than its conditions
     */
    public long update(Consumer<? super Assignments> set, Synchronize synchronize) {
        return runner.change(plan.update(set).options(synchronize), plan.parameters());
    }

    /**
     * Delete the rows that the query would select, and bring the session's instances up to date. Nothing is cascaded.
     *
     * @param synchronize how the session learns which instances were met
     * @return how many rows were met
     * @throws ArgumentException if the query selects something else than one entity, or is more than its conditions
     */
    public long delete(Synchronize synchronize) {
        return runner.change(plan.delete().options(synchronize), plan.parameters());
    }
}
