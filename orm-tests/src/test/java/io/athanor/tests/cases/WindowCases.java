package io.athanor.tests.cases;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.orderBy;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.tree.FrameBound.CURRENT_ROW;
import static io.athanor.sql.tree.FrameBound.UNBOUNDED_FOLLOWING;
import static io.athanor.sql.tree.FrameBound.UNBOUNDED_PRECEDING;
import static io.athanor.sql.tree.FrameBound.following;
import static io.athanor.sql.tree.FrameBound.preceding;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.OTHER;

import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FrameExclusion;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.Window;

/** The family {@code window}. */
final class WindowCases {
    private WindowCases() {}

    static Cases all() {
        Cases cases = new Cases("window");
        windows(cases);
        frames(cases);
        aggregates(cases);
        return cases;
    }

    private static Window byId(Vocabulary v) {
        return orderBy(v.item.id);
    }

    private static Expression<Integer> sum(Vocabulary v, Window window) {
        return func.sum(v.item.qty).over(window);
    }

    private static void windows(Cases cases) {
        cases.add("row-number", v -> select(func.rowNumber().over(orderBy(v.account.id))))
                .add("empty-over", v -> select(func.count().over()))
                .add(
                        "partition",
                        v -> select(sum(v, partitionBy(v.item.accountId).orderBy(v.item.id))))
                .add(
                        "multi",
                        v -> select(func.rank()
                                .over(partitionBy(v.item.accountId, v.item.sku).orderBy(v.item.qty.desc(), v.item.id))))
                .add(
                        "window-arith",
                        v -> func.rowNumber().over(orderBy(v.account.id)).minus(v.n(1)))
                .add("window-in-subquery-filter", v -> {
                    Label<Long> rn =
                            func.rowNumber().over(orderBy(v.account.id)).label(v.name("rn"));
                    DerivedTable r = select(v.account.id, rn).subquery(v.name("r"));
                    return select(r.column(v.account.id), r.column(rn))
                            .where(r.column(rn).le(v.l(3)));
                });
    }

    private static void frames(Cases cases) {
        cases.add("rows", v -> sum(v, byId(v).rows(UNBOUNDED_PRECEDING, CURRENT_ROW)))
                .add("rows-offsets", v -> sum(v, byId(v).rows(preceding(v.n(5)), following(v.n(3)))))
                .add("rows-following", v -> sum(v, byId(v).rows(following(v.n(1)), UNBOUNDED_FOLLOWING)))
                .add("range", v -> sum(v, byId(v).range(UNBOUNDED_PRECEDING, UNBOUNDED_FOLLOWING)))
                .add("groups", v -> sum(v, byId(v).groups(preceding(v.n(1)), following(v.n(1)))))
                .add(
                        "frame-both",
                        v -> sum(v, byId(v).rows(preceding(1), CURRENT_ROW).range(preceding(1), CURRENT_ROW)))
                .add(
                        "exclude",
                        v -> sum(
                                v,
                                byId(v).rows(preceding(v.n(1)), following(v.n(1)))
                                        .exclude(FrameExclusion.CURRENT_ROW)));
    }

    private static void aggregates(Cases cases) {
        cases.add("filter", v -> func.count(v.account.id).filter(v.account.age.gt(v.n(5))))
                .add(
                        "filter-two",
                        v -> func.count(v.account.id)
                                .filter(v.account.age.gt(v.n(5)))
                                .filter(v.account.name.eq(v.s("x"))))
                .add(
                        "within-group-desc-over",
                        v -> func.mode(INTEGER)
                                .withinGroup(v.account.age.desc())
                                .over(partitionBy(v.account.name)))
                .add(
                        "agg-order-by",
                        v -> func.call("array_agg", OTHER, v.account.id).orderBy(v.account.name.desc()));
    }
}
