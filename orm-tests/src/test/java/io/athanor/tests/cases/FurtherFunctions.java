package io.athanor.tests.cases;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.orderBy;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.tree.FrameBound.CURRENT_ROW;
import static io.athanor.sql.tree.FrameBound.UNBOUNDED_FOLLOWING;
import static io.athanor.sql.tree.FrameBound.following;
import static io.athanor.sql.tree.FrameBound.preceding;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.BYTES;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.FLOAT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.SMALLINT;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TIME;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Label;
import java.util.List;

/** Further variations of the families about functions, windows, CASE and casts. */
final class FurtherFunctions {
    private FurtherFunctions() {}

    static List<Cases> all() {
        return List.of(calls(), parts(), aggregates(), windows(), frames(), choices(), casts());
    }

    private static Cases calls() {
        return new Cases("functions")
                .add("w-coalesce3", v -> func.coalesce(v.account.name, v.account.fullName, value(v.s("x"))))
                .add(
                        "w-count-distinct-two",
                        v -> select(
                                func.count(v.account.name).distinct(),
                                func.count(v.account.age).distinct()))
                .add("w-sum-case", v -> func.sum(when(v.account.active, v.n(1)).otherwise(v.n(0))))
                .add("w-greatest", v -> func.greatest(v.account.age, v.account.id, value(v.n(3))))
                .add("w-now-minus", v -> func.now().since(v.account.created))
                .add("w-current-date-cmp", v -> v.event.day.eq(func.currentDate()))
                .add(
                        "w-func-of-func-label",
                        v -> select(func.lower(func.trim(v.account.name)).label(v.name("x")))
                                .orderBy(v.name("x")));
    }

    private static Cases parts() {
        return new Cases("functions")
                .add(
                        "w-extract-eq",
                        v -> func.extract(DatePart.MONTH, v.account.created).eq(v.n(5)))
                .add(
                        "w-extract-group",
                        v -> select(func.extract(DatePart.YEAR, v.account.created), func.count())
                                .groupBy(func.extract(DatePart.YEAR, v.account.created)))
                .add(
                        "w-extract-parts",
                        v -> select(
                                func.extract(DatePart.DAY, v.account.created),
                                func.extract(DatePart.HOUR, v.account.created),
                                func.extract(DatePart.MINUTE, v.account.created),
                                func.extract(DatePart.SECOND, v.account.created),
                                func.extract(DatePart.WEEK, v.account.created),
                                func.extract(DatePart.DOY, v.account.created)));
    }

    private static Cases aggregates() {
        return new Cases("functions")
                .add(
                        "w-agg-in-having-or",
                        v -> select(v.account.name)
                                .groupBy(v.account.name)
                                .having(or(
                                        func.avg(v.account.age).gt(java.math.BigDecimal.valueOf(v.n(3))),
                                        func.sum(v.account.age).lt(v.n(9)))))
                .add(
                        "w-grouping",
                        v -> select(v.account.name, func.sum(v.account.age))
                                .groupBy(func.rollup(v.account.name, v.account.age)))
                .add(
                        "w-percentile",
                        v -> select(func.percentileCont(0.5, INTEGER).withinGroup(v.account.age.desc())))
                .add(
                        "w-mode-filter",
                        v -> select(
                                func.mode(INTEGER).withinGroup(v.account.age).filter(v.account.id.gt(v.n(3)))));
    }

    private static Cases windows() {
        return new Cases("window")
                .add(
                        "w-lag",
                        v -> select(func.lag(v.item.qty, v.n(1))
                                .over(partitionBy(v.item.accountId).orderBy(v.item.id))))
                .add("w-over-in-subquery", v -> {
                    Label<Long> number =
                            func.rowNumber().over(orderBy(v.item.qty.desc())).label(v.name("rn"));
                    DerivedTable s = select(number, v.item.id).subquery(v.name("s"));
                    return select(s.column(number));
                });
    }

    private static Cases frames() {
        return new Cases("window")
                .add(
                        "w-groups",
                        v -> select(func.sum(v.item.qty)
                                .over(orderBy(v.item.id).groups(preceding(v.n(1)), following(v.n(1))))))
                .add(
                        "w-range-n",
                        v -> select(func.sum(v.item.qty)
                                .over(orderBy(v.item.id).range(preceding(v.n(5)), UNBOUNDED_FOLLOWING))))
                .add(
                        "w-rows-current-following",
                        v -> select(
                                func.sum(v.item.qty).over(orderBy(v.item.id).rows(CURRENT_ROW, following(v.n(2))))));
    }

    private static Cases choices() {
        return new Cases("case-cast")
                .add(
                        "w-case-null-value",
                        v -> when(v.account.age.gt(v.n(1)), nullOf(STRING)).otherwise(v.s("x")))
                .add(
                        "w-case-value-cols",
                        v -> when(v.account.age.eq(v.n(1)), v.account.name)
                                .when(v.account.age.eq(v.n(2)), v.account.fullName))
                .add(
                        "w-case-where",
                        v -> select(v.account.id)
                                .where(when(v.account.active, v.account.age)
                                        .otherwise(v.n(0))
                                        .gt(v.n(3))))
                .add(
                        "w-case-group",
                        v -> select(
                                        when(v.account.age.gt(v.n(5)), v.s("old"))
                                                .otherwise(v.s("new"))
                                                .label(v.name("g")),
                                        func.count())
                                .groupBy(v.name("g")));
    }

    private static Cases casts() {
        return new Cases("case-cast")
                .add("w-cast-date", v -> v.account.created.cast(DATE).eq(v.event.day))
                .add("w-cast-in", v -> v.account.age.cast(string(5)).in(v.s("1"), v.s("2")))
                .add("w-cast-null", v -> select(nullOf(INTEGER).cast(INTEGER)))
                .add("w-cast-decimal", v -> v.account.age.cast(numeric(10, 2)).divide(v.n(3)))
                .add(
                        "w-cast-bigint",
                        v -> select(
                                v.account.age.cast(BIGINT),
                                v.account.age.cast(SMALLINT),
                                v.account.age.cast(FLOAT),
                                v.account.age.cast(DOUBLE),
                                v.account.name.cast(BYTES)))
                .add(
                        "w-cast-time",
                        v -> select(
                                v.account.created.cast(TIME),
                                v.account.name.cast(TIMESTAMP),
                                v.account.name.cast(BOOLEAN)));
    }
}
