package io.athanor.tests.cases;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.caseOf;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.orderBy;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.tree.FrameBound.CURRENT_ROW;
import static io.athanor.sql.tree.FrameBound.UNBOUNDED_PRECEDING;
import static io.athanor.sql.tree.FrameBound.following;
import static io.athanor.sql.tree.FrameBound.preceding;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.tree.Expression;
import java.util.List;

/** Variations of the families about functions, windows, CASE and casts. */
final class VariationFunctions {
    private VariationFunctions() {}

    static List<Cases> all() {
        return List.of(calls(), windows(), cases(), casts());
    }

    private static Cases calls() {
        return new Cases("functions")
                .add("v-sum-arith", v -> func.sum(v.item.qty.times(v.item.qty)))
                .add("v-max-minus-min", v -> func.max(v.account.age).minus(func.min(v.account.age)))
                .add(
                        "v-count-filter",
                        v -> select(func.count(v.account.id).filter(and(v.account.age.gt(v.n(1)), v.account.active))))
                .add("v-coalesce-cmp", v -> func.coalesce(v.account.age, v.n(0)).gt(v.n(3)))
                .add("v-nullif", v -> func.nullif(v.account.age, v.n(0)))
                .add("v-concat-func", v -> func.concat(v.account.name, value(v.s("-")), v.account.fullName))
                .add("v-lower-like", v -> func.lower(v.account.name).like(v.s("x%")))
                .add("v-func-in", v -> func.lower(v.account.name).in(v.s("a"), v.s("b")))
                .add("v-neg-func", v -> func.sum(v.account.age).negated())
                .add(
                        "v-select-same-funcs",
                        v -> select(func.max(v.account.age), func.max(v.account.age), func.lower(v.account.name)));
    }

    private static Cases windows() {
        return new Cases("window")
                .add(
                        "v-sum-over-expr",
                        v -> select(func.sum(v.item.qty.times(v.n(2)))
                                .over(partitionBy(v.item.accountId).orderBy(v.item.id.desc(), v.item.qty))))
                .add(
                        "v-over-arith",
                        v -> select(func.sum(v.item.qty)
                                .over(partitionBy(v.item.accountId))
                                .times(v.n(100))
                                .label(v.name("p"))))
                .add(
                        "v-range-frame",
                        v -> select(
                                func.sum(v.item.qty).over(orderBy(v.item.id).range(UNBOUNDED_PRECEDING, CURRENT_ROW))))
                .add(
                        "v-rows-between",
                        v -> select(func.max(v.item.qty)
                                .over(orderBy(v.item.id).rows(preceding(v.n(3)), following(v.n(2))))))
                .add(
                        "v-filter-over",
                        v -> select(func.count(v.item.id)
                                .filter(v.item.qty.gt(v.n(1)))
                                .over(partitionBy(v.item.accountId))))
                .add(
                        "v-order-by-over",
                        v -> select(v.item.id).orderBy(func.rank().over(orderBy(v.item.qty.desc()))))
                .add(
                        "v-two-windows",
                        v -> select(
                                func.rank().over(orderBy(v.item.qty)),
                                func.rank().over(orderBy(v.item.id))));
    }

    private static Cases cases() {
        return new Cases("case-cast")
                .add(
                        "v-case-two",
                        v -> when(v.account.age.gt(v.n(5)), v.s("old"))
                                .when(v.account.age.gt(v.n(3)), v.s("mid"))
                                .otherwise(v.s("new")))
                .add("v-case-no-else", v -> when(v.account.age.gt(v.n(5)), v.s("old")))
                .add(
                        "v-case-value",
                        v -> caseOf(v.account.id)
                                .when(v.n(1), v.s("one"))
                                .when(v.n(2), v.s("two"))
                                .otherwise(v.s("many")))
                .add(
                        "v-case-arith",
                        v -> when(v.account.age.gt(v.n(5)), v.account.age)
                                .otherwise(v.account.id)
                                .plus(v.n(1)))
                .add(
                        "v-case-and",
                        v -> when(and(v.account.age.gt(v.n(5)), v.account.id.lt(v.n(3))), v.n(1))
                                .otherwise(v.n(0)));
    }

    private static Expression<Integer> toInteger(Vocabulary v) {
        return v.account.name.cast(INTEGER);
    }

    private static Cases casts() {
        return new Cases("case-cast")
                .add("v-cast-cmp", v -> toInteger(v).gt(v.n(5)))
                .add("v-cast-numeric", v -> v.account.age.cast(numeric(10, 2)))
                .add(
                        "v-cast-varchar-concat",
                        v -> v.account.age.cast(string(10)).concat(v.s("x")))
                .add(
                        "v-cast-subq",
                        v -> select(select(func.max(v.item.qty))
                                .scalarSubquery()
                                .cast(string(5))
                                .label(v.name("m"))))
                .add(
                        "v-cast-in-order",
                        v -> select(v.account.id).orderBy(toInteger(v).desc()));
    }
}
