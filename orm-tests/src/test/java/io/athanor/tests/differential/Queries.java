package io.athanor.tests.differential;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.Sql;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.Selectable;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.Window;
import io.athanor.sql.type.SqlTypes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Random queries. A sorted one is sorted by all that it selects, so that equal rows alone could be swapped, and says where nulls
 * are, since databases have them at either end.
 */
final class Queries {
    private enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        FRACTION,
        DATE
    }

    private final Dice dice;
    private final Features features;

    /** Make queries of one seed, of what all databases can do. */
    Queries(Dice dice, Features features) {
        this.dice = dice;
        this.features = features;
    }

    /** A query, and whether the order of its rows counts. */
    record Query(RowStatement<Row> statement, boolean isSorted) {}

    Query query() {
        List<Kind> kinds = kinds();
        if (dice.percent(20)) {
            return setOperation(kinds);
        }
        boolean isGrouped = dice.percent(30);
        Select<Row> select = isGrouped ? grouped(kinds, source()) : plain(kinds, source());
        boolean isDistinct = dice.percent(20) && (!isGrouped || features.hasDistinctGroups());
        select = isDistinct ? select.distinct() : select;
        if (dice.percent(60)) {
            return new Query(select, false);
        }
        Select<Row> sorted = select.orderBy(order(kinds.size()));
        if (dice.percent(20)) {
            return new Query(sorted.fetch(dice.below(8)), true);
        }
        sorted = dice.percent(60) ? sorted.limit(dice.below(8)) : sorted;
        return new Query(dice.percent(30) ? sorted.offset(dice.below(4)) : sorted, true);
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        do {
            kinds.add(dice.one(List.of(Kind.NUMBER, Kind.NUMBER, Kind.TEXT, Kind.TRUTH, Kind.FRACTION, Kind.DATE)));
        } while (dice.percent(60) && kinds.size() < 4);
        return kinds;
    }

    private Orderable[] order(int columns) {
        Orderable[] order = new Orderable[columns];
        for (int i = 0; i < columns; i++) {
            String label = "c" + i;
            order[i] = dice.percent(50)
                    ? Sql.asc(label).nullsFirst()
                    : Sql.desc(label).nullsLast();
        }
        return order;
    }

    /** What a query selects from. */
    private record Source(FromClause from, Scope scope) {}

    private Source source() {
        if (dice.percent(20)) {
            return derived();
        }
        if (dice.percent(6)) {
            return recursive();
        }
        Scope scope = Scope.empty(features, true);
        Sample first = dice.one(Sample.ALL);
        scope.add(first);
        FromClause from = first;
        int joins = dice.one(List.of(0, 0, 1, 1, 2));
        for (int i = 0; i < joins; i++) {
            Sample next = aliased(dice.one(Sample.ALL), dice.name("j"));
            Expression<Integer> before = dice.one(scope.numbers());
            scope.add(next);
            Expressions expressions = new Expressions(dice, scope.withoutSubqueries());
            Expression<Boolean> on = dice.percent(70) ? next.ref.eq(before) : expressions.condition(1);
            on = dice.percent(30) ? Sql.and(on, expressions.condition(1)) : on;
            boolean isFull = features.hasFullJoin() && dice.percent(20);
            on = isFull && !features.joinsFullyOnAll() ? next.ref.eq(before) : on;
            from = isFull ? from.fullJoin(next, on) : dice.percent(50) ? from.join(next, on) : from.leftJoin(next, on);
        }
        return new Source(from, scope);
    }

    /** A subquery or a common table expression, with a number that tells its rows apart. */
    private Source derived() {
        Sample table = dice.one(Sample.ALL);
        Scope inner = Scope.empty(features, false);
        inner.add(table);
        Expressions expressions = new Expressions(dice, inner);
        Label<Integer> key = table.id.label("k");
        Label<Integer> number = expressions.number(2).label("n");
        Label<String> text = table.s.label("x");
        Label<Boolean> truth = expressions.condition(1).label("y");
        Label<LocalDate> date = new Moments(dice, inner).date(1).label("t");
        Select<Row> rows = select(key, number, text, truth, date).where(expressions.condition(1));
        DerivedTable derived = dice.percent(50) ? rows.subquery(dice.name("d")) : rows.cte(dice.name("w"));
        Scope scope = Scope.empty(features, true);
        scope.numbers().addAll(List.of(derived.column(key), derived.column(number)));
        scope.texts().add(derived.column(text));
        scope.truths().add(derived.column(truth));
        scope.dates().add(derived.column(date));
        scope.keys().add(derived.column(key));
        return new Source(derived, scope);
    }

    /** From row to row, as long as the numbers grow. */
    private Source recursive() {
        Sample start = dice.one(Sample.ALL);
        Sample next = aliased(dice.one(Sample.ALL), dice.name("n"));
        Label<Integer> key = start.id.label("k");
        Label<Integer> number = start.ref.label("n");
        Label<String> text = start.s.label("x");
        Select<Row> base = select(key, number, text).where(start.id.le(1 + dice.below(4)));
        Function<DerivedTable, Select<Row>> step = self ->
                select(next.id, next.ref, next.s).where(next.id.eq(self.column(number)), next.id.gt(self.column(key)));
        DerivedTable rows = base.recursiveCte(dice.name("r"), step::apply);
        Scope scope = Scope.empty(features, true);
        scope.numbers().addAll(List.of(rows.column(key), rows.column(number)));
        scope.texts().add(rows.column(text));
        scope.keys().addAll(List.of(rows.column(key), rows.column(number)));
        return new Source(rows, scope);
    }

    private Select<Row> plain(List<Kind> kinds, Source source) {
        Scope scope = source.scope();
        Scope selected = scope;
        if (dice.percent(25)) {
            selected = scope.copy();
            selected.numbers().clear();
            selected.numbers().addAll(List.of(windowed(scope), windowed(scope), dice.one(scope.keys())));
            selected = selected.withoutSubqueries();
        }
        Select<Row> select = select(columns(kinds, selected)).from(source.from());
        return dice.percent(70) ? select.where(new Expressions(dice, scope).condition(3)) : select;
    }

    private Expression<Integer> windowed(Scope scope) {
        Expressions expressions = new Expressions(dice, scope.withoutSubqueries());
        Orderable[] keys = scope.keys().stream()
                .map(key ->
                        dice.percent(50) ? key.asc().nullsFirst() : key.desc().nullsLast())
                .toArray(Orderable[]::new);
        Window sorted = Sql.orderBy(keys);
        Window window = dice.percent(50) ? sorted.partitionBy(dice.one(scope.numbers())) : sorted;
        return dice.make(
                () -> func.rowNumber().over(window).typeCoerce(SqlTypes.INTEGER),
                () -> func.sum(expressions.number(1)).over(window),
                () -> func.max(expressions.number(1)).over(Window.ALL.partitionBy(dice.one(scope.texts()))),
                () -> func.count().over(window).typeCoerce(SqlTypes.INTEGER),
                () -> func.lag(expressions.number(1)).over(window),
                () -> func.lead(expressions.number(0), 1 + dice.below(2)).over(window),
                () -> func.firstValue(expressions.number(1)).over(window),
                () -> func.denseRank()
                        .over(Sql.orderBy(dice.one(scope.numbers()).asc().nullsFirst()))
                        .typeCoerce(SqlTypes.INTEGER));
    }

    /** Grouped by columns, with aggregates beside them; or one group of all. */
    private Select<Row> grouped(List<Kind> kinds, Source source) {
        Scope scope = source.scope();
        Expressions rows = new Expressions(dice, scope);
        Scope groups = Scope.empty(features, false);
        List<Expression<?>> by = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            Expression<Integer> number = dice.one(scope.numbers());
            groups.numbers().add(number);
            by.add(number);
        }
        if (dice.percent(40)) {
            Expression<String> text = dice.one(scope.texts());
            groups.texts().add(text);
            by.add(text);
        }
        if (!scope.dates().isEmpty()) {
            Expression<LocalDate> date = dice.one(scope.dates());
            groups.dates().add(dice.percent(50) ? func.min(date) : func.max(date));
        }
        groups.numbers().addAll(List.of(rows.aggregate(), func.count().typeCoerce(SqlTypes.INTEGER)));
        groups.texts().add(dice.percent(50) ? func.min(dice.one(scope.texts())) : func.max(dice.one(scope.texts())));
        Select<Row> select = select(columns(kinds, groups)).from(source.from());
        select = by.isEmpty() ? select : select.groupBy(by.toArray(Expression[]::new));
        select = dice.percent(40) ? select.where(rows.condition(2)) : select;
        boolean hasHaving = !by.isEmpty() && dice.percent(40);
        return hasHaving ? select.having(new Expressions(dice, groups).condition(1)) : select;
    }

    private Selectable<?>[] columns(List<Kind> kinds, Scope scope) {
        Expressions expressions = new Expressions(dice, scope);
        Selectable<?>[] columns = new Selectable<?>[kinds.size()];
        for (int i = 0; i < columns.length; i++) {
            String label = "c" + i;
            columns[i] = switch (kinds.get(i)) {
                case NUMBER -> expressions.number(2).label(label);
                case TEXT -> expressions.text(2).label(label);
                case TRUTH -> expressions.condition(1).label(label);
                case FRACTION ->
                    dice.percent(50)
                            ? expressions.selectedFraction().label(label)
                            : expressions
                                    .selectedFraction()
                                    .typeCoerce(SqlTypes.DOUBLE)
                                    .label(label);
                case DATE -> {
                    Moments moments = new Moments(dice, scope);
                    yield (moments.isPossible()
                                    ? moments.date(2)
                                    : Sql.value(Sample.day(dice), SqlTypes.DATE).plus(Duration.ZERO))
                            .label(label);
                }
            };
        }
        return columns;
    }

    /** Part of a set operation: perhaps one itself, or the first rows of a sorted query. */
    private SelectStatement<Row> member(List<Kind> kinds) {
        Select<Row> select = dice.percent(70) ? plain(kinds, source()) : grouped(kinds, source());
        if (dice.percent(20)) {
            return select.orderBy(order(kinds.size())).limit(1 + dice.below(5));
        }
        if (dice.percent(20)) {
            Select<Row> other = plain(kinds, source());
            return dice.make(() -> select.union(other), () -> select.except(other), () -> select.intersect(other));
        }
        return select;
    }

    /** Several queries, each on what those before it yield. */
    private Query setOperation(List<Kind> kinds) {
        SelectStatement<Row> all = plain(kinds, source());
        for (int i = 1 + dice.below(2); i > 0; i--) {
            SelectStatement<Row> before = all;
            SelectStatement<Row> next = member(kinds);
            all = dice.make(
                    () -> before.union(next),
                    () -> before.unionAll(next),
                    () -> before.intersect(next),
                    () -> before.except(next));
        }
        if (dice.percent(50)) {
            return new Query(all, false);
        }
        SetOperation<Row> sorted = ((SetOperation<Row>) all).orderBy(order(kinds.size()));
        return new Query(dice.percent(50) ? sorted.limit(1 + dice.below(9)) : sorted, true);
    }
}
