package io.athanor.tests.cases;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.Sql;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.LikeEscape;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;

/** Variations of the family {@code operators}: other nesting, other combinations. */
final class VariationConditions {
    private VariationConditions() {}

    static Cases all() {
        Cases cases = new Cases("operators");
        logic(cases);
        lists(cases);
        arithmetic(cases);
        texts(cases);
        booleans(cases);
        others(cases);
        return cases;
    }

    private static void logic(Cases cases) {
        cases.add(
                        "v-not-and",
                        v -> not(and(
                                v.account.age.gt(v.n(1)), or(v.account.name.eq(v.s("x")), v.account.id.lt(v.n(3))))))
                .add(
                        "v-or-in-and",
                        v -> and(
                                v.account.age.gt(v.n(1)),
                                or(v.account.name.eq(v.s("x")), v.account.id.lt(v.n(3))),
                                v.account.id.ne(v.n(4))))
                .add("v-not-not", v -> not(not(v.account.age.gt(v.n(1)))))
                .add(
                        "v-not-or-not",
                        v -> or(
                                not(v.account.age.gt(v.n(1))),
                                not(and(v.account.id.eq(v.n(1)), v.account.id.eq(v.n(2))))))
                .add(
                        "v-and-true-mid",
                        v -> and(v.account.age.gt(v.n(1)), BooleanConstant.TRUE, v.account.id.eq(v.n(2))))
                .add("v-or-true", v -> or(v.account.age.gt(v.n(1)), BooleanConstant.TRUE))
                .add("v-is-not-null-or", v -> or(v.account.name.isNotNull(), v.account.age.isNull()));
    }

    private static void lists(Cases cases) {
        cases.add("v-not-in-empty-and", v -> and(v.account.age.notIn(List.of()), v.account.id.eq(v.n(1))))
                .add("v-or-in-empty", v -> or(v.account.age.in(List.of()), v.account.id.eq(v.n(1))))
                .add("v-not-of-in-empty", v -> not(v.account.age.in(List.of())))
                .add("v-cmp-sum-in", v -> v.account.age.plus(v.n(1)).in(v.n(1), v.n(2)))
                .add("v-in-strings", v -> v.account.name.in(v.s("a"), v.s("b")))
                .add("v-in-subq-not", v -> not(v.account.id.in(select(v.item.accountId))))
                .add(
                        "v-tuple-in-and",
                        v -> and(
                                tuple(v.account.id, v.account.age).inRows(List.of(List.of(v.n(1), v.n(2)))),
                                v.account.id.eq(v.n(3))))
                .add("v-tuple-lt", v -> tuple(v.account.id, v.account.age).lt(tuple(v.item.id, v.item.qty)))
                .add(
                        "v-not-tuple-in-select",
                        v -> not(tuple(v.account.id, v.account.age).in(select(v.item.accountId, v.item.qty))))
                .add("v-all-subq", v -> v.account.age.ge(Sql.all(select(v.item.qty))))
                .add("v-any-subq-not", v -> not(v.account.age.eq(any(select(v.item.qty)))));
    }

    private static void arithmetic(Cases cases) {
        cases.add(
                        "v-between-arith",
                        v -> v.account.age.plus(v.n(1)).between(v.account.id.times(v.n(2)), v.account.id.plus(v.n(10))))
                .add("v-not-between-or", v -> or(not(v.account.age.between(v.n(1), v.n(2))), v.account.id.eq(v.n(3))))
                .add("v-mul-sum", v -> v.account.age.plus(v.n(1)).times(v.account.id.minus(v.n(2))))
                .add("v-sum-mul", v -> v.account.age.plus(v.account.id.times(v.n(2))))
                .add("v-sub-sum", v -> v.account.age.minus(v.account.id.plus(v.n(1))))
                .add("v-sum-sub", v -> v.account.age.plus(v.account.id.minus(v.n(1))))
                .add("v-mul-mul", v -> v.account.age.times(v.account.id.times(v.n(2))))
                .add("v-mod-mul", v -> v.account.age.modulo(v.n(3)).times(v.n(2)))
                .add("v-mul-mod", v -> v.account.age.times(v.account.id.modulo(v.n(3))))
                .add("v-neg-mul", v -> v.account.age.times(v.n(2)).negated())
                .add("v-neg-neg", v -> v.account.age.negated().negated())
                .add("v-mul-neg", v -> v.account.age.times(v.account.id.negated()))
                .add("v-sub-neg", v -> v.account.age.minus(v.account.id.negated()))
                .add("v-numeric-mul", v -> v.item.price.times(v.item.qty).gt(BigDecimal.valueOf(v.l(10))))
                .add("v-literal-sum", v -> value(v.n(3)).plus(v.account.age))
                .add("v-literal-minus", v -> value(v.n(3)).minus(v.account.age).minus(v.n(1)));
    }

    private static void texts(Cases cases) {
        cases.add("v-concat-cmp", v -> v.account.name.concat(v.account.fullName).eq(v.s("x")))
                .add("v-concat-like", v -> v.account.name.concat(v.s("x")).like(v.s("y%")))
                .add("v-like-concat", v -> v.account.name.like(v.account.fullName.concat(v.s("%"))))
                .add("v-not-like-and", v -> and(not(v.account.name.like(v.s("a%"))), v.account.id.eq(v.n(1))))
                .add("v-not-ilike", v -> not(v.account.name.ilike(v.s("a%"))))
                .add("v-endswith", v -> v.account.name.endsWith(v.s("b")))
                .add("v-endswith-col", v -> v.account.name.endsWith(v.account.fullName))
                .add("v-contains-col", v -> v.account.name.contains(v.account.fullName))
                .add("v-not-endswith-autoescape", v -> not(v.account.name.endsWith(v.s("b_"), LikeEscape.AUTO)))
                .add("v-not-regexp", v -> not(v.account.name.regexp(v.s("^a"))))
                .add("v-collate-like", v -> v.account.name.collate("nocase").like(v.s("x")))
                .add(
                        "v-desc-collate",
                        v -> select(v.account.id)
                                .orderBy(v.account.name.collate("nocase").desc()));
    }

    private static void booleans(Cases cases) {
        cases.add("v-eq-true", v -> v.account.active.eq(true))
                .add("v-ne-false", v -> v.account.active.ne(false))
                .add("v-not-active-and", v -> and(not(v.account.active), v.account.age.gt(v.n(1))))
                .add("v-active-or", v -> or(v.account.active, v.account.age.gt(v.n(1))))
                .add(
                        "v-cmp-cmp-and",
                        v -> v.account.age.gt(v.n(1)).eq(and(v.account.id.gt(v.n(2)), v.account.id.lt(v.n(5)))));
    }

    private static void others(Cases cases) {
        cases.add("v-is-distinct-cols", v -> v.account.age.isDistinctFrom(v.account.id))
                .add("v-not-distinct-arith", v -> v.account.age.plus(v.n(1)).isNotDistinctFrom(v.account.id))
                .add(
                        "v-op-chain",
                        v -> v.account.age.op("&&", v.n(3), SqlTypes.INTEGER).op("||", v.n(4), SqlTypes.INTEGER))
                .add(
                        "v-op-cmp",
                        v -> v.account.age.op("&&", v.n(3), SqlTypes.INTEGER).gt(v.n(5)))
                .add("v-op-in-sum", v -> v.account.age.plus(v.account.id.op("&&", v.n(3), SqlTypes.INTEGER)));
    }
}
