package io.athanor.orm.query;

import io.athanor.orm.load.FromStatement;
import io.athanor.orm.mapper.EntityRef;
import io.athanor.orm.mapper.LoaderCriteria;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Assignments;
import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.Logical;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.RowShape;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.StatementOption;
import io.athanor.sql.tree.Update;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a query is besides its session.
 *
 * @param select what it selects
 * @param form makes the statement to be run of that
 * @param written a statement that yields the rows instead, or {@code null}
 * @param parameters the values of named binds
 */
record QueryPlan<T>(
        Select<?> select, Form<T> form, @Nullable RowStatement<?> written, Map<String, @Nullable Object> parameters) {

    /** How the statement yields what the query does. */
    private interface Form<T> {
        RowStatement<T> of(Select<?> select);

        default boolean isPlain() {
            return false;
        }
    }

    /** The statement yields by itself what the query does. */
    private record Plain<T>() implements Form<T> {
        @Override
        @SuppressWarnings("unchecked") // the clauses keep what the select was made with
        public RowStatement<T> of(Select<?> select) {
            return (RowStatement<T>) select;
        }

        @Override
        public boolean isPlain() {
            return true;
        }
    }

    static <T> QueryPlan<T> of(Select<T> select) {
        return new QueryPlan<>(select, new Plain<>(), null, Map.of());
    }

    QueryPlan<T> with(Select<?> changed) {
        if (written != null) {
            throw new ArgumentException(
                    "A query of fromStatement(…) takes no further clauses; write them in the statement, or leave fromStatement(…) out");
        }
        return new QueryPlan<>(changed, form, null, parameters);
    }

    QueryPlan<T> with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return new QueryPlan<>(select, form, written, more);
    }

    /** Options say how rows are taken, whoever has written the statement that yields them. */
    QueryPlan<T> options(StatementOption... options) {
        return new QueryPlan<>(select.options(options), form, written, parameters);
    }

    StatementOption[] criteria() {
        return select.statementOptions().stream()
                .filter(LoaderCriteria.class::isInstance)
                .toArray(StatementOption[]::new);
    }

    boolean isInPortions() {
        return select.statementOptions().stream().anyMatch(YieldPer.class::isInstance);
    }

    boolean hasEntity() {
        return select.selected().stream().anyMatch(QueryPlan::isEntity);
    }

    private static boolean isEntity(Selectable<?> selected) {
        return selected instanceof EntityRef<?>
                || selected instanceof Projection<?> projection
                        && projection.parts().stream().anyMatch(QueryPlan::isEntity);
    }

    QueryPlan<T> from(RowStatement<?> statement) {
        if (hasClauses() || !select.conditions().isEmpty()) {
            throw new ArgumentException(
                    "fromStatement(…) was called for a query that has clauses, which would be lost; call it first and alone");
        }
        return new QueryPlan<>(select, form, statement, parameters);
    }

    <R extends Record> QueryPlan<R> into(Class<R> record) {
        if (!form.isPlain()) {
            throw new ArgumentException("into(%s) was called for a query that is mapped already; call one of the two"
                    .formatted(record.getSimpleName()));
        }
        return as(each -> each.into(record));
    }

    <U> QueryPlan<U> map(Function<? super T, ? extends U> function) {
        return as(each -> {
            RowStatement<T> before = form.of(each);
            return new MappedStatement<>(before, before.shapeOfRows().map(function));
        });
    }

    /** What does not fit is refused now. */
    private <U> QueryPlan<U> as(Form<U> other) {
        other.of(select);
        return new QueryPlan<>(select, other, written, parameters);
    }

    RowStatement<T> statement() {
        RowStatement<T> selecting = form.of(select);
        if (written == null) {
            return selecting;
        }
        RowShape<T> shape = selecting.shapeOfRows();
        return new FromStatement<>(select.selected(), written, select.statementOptions(), shape);
    }

    boolean isFromStatement() {
        return written != null;
    }

    /** What the query is for another statement. */
    @SuppressWarnings("unchecked") // what is made of its rows is nothing to a statement around it
    SelectStatement<T> source() {
        if (written != null) {
            throw new ArgumentException(
                    "A query of fromStatement(…) cannot stand in another statement; use the statement itself");
        }
        return (SelectStatement<T>) select;
    }

    private @Nullable EntityRef<?> entity() {
        return select.selected().size() == 1 && select.selected().get(0) instanceof EntityRef<?> entity ? entity : null;
    }

    private boolean hasClauses() {
        return select.isDistinct()
                || !select.joins().isEmpty()
                || !select.froms().isEmpty()
                || !select.groupings().isEmpty()
                || !select.groupConditions().isEmpty()
                || !select.orderings().isEmpty()
                || !select.rowLimit().isEmpty();
    }

    Update update(Consumer<? super Assignments> set) {
        Update update = new Update(changed("update")).set(set);
        return select.conditions().isEmpty() ? update : update.where(Logical.and(select.conditions()));
    }

    Delete delete() {
        Delete delete = new Delete(changed("delete"));
        return select.conditions().isEmpty() ? delete : delete.where(Logical.and(select.conditions()));
    }

    private EntityRef<?> changed(String verb) {
        EntityRef<?> entity = entity();
        if (entity == null || hasClauses() || written != null) {
            throw new ArgumentException(
                    "%s(…) was called for a query that is more than one entity and conditions; use in(…) or exists(…) for the rest"
                            .formatted(verb));
        }
        return entity;
    }
}
