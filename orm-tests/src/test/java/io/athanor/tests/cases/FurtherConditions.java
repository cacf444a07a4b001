package io.athanor.tests.cases;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tuple;

import io.athanor.sql.tree.LikeEscape;
import java.util.Arrays;
import java.util.List;

/** Further variations of the family {@code operators}. */
final class FurtherConditions {
    private FurtherConditions() {}

    static Cases all() {
        Cases cases = new Cases("operators");
        logic(cases);
        texts(cases);
        numbers(cases);
        quotients(cases);
        documents(cases);
        return cases;
    }

    private static void logic(Cases cases) {
        cases.add(
                        "w-or-of-ands",
                        v -> or(
                                and(v.account.age.gt(v.n(1)), v.account.age.lt(v.n(5))),
                                and(v.account.id.gt(v.n(1)), v.account.id.lt(v.n(5)))))
                .add(
                        "w-not-or-of-ands",
                        v -> not(or(and(v.account.age.gt(v.n(1)), v.account.age.lt(v.n(5))), v.account.id.eq(v.n(4)))))
                .add("w-eq-null-or", v -> or(v.account.name.isNull(), v.account.name.isNotNull()))
                .add("w-in-null", v -> v.account.age.in(Arrays.asList(v.n(1), null)))
                .add(
                        "w-notin-tuple2",
                        v -> tuple(v.account.id, v.account.name)
                                .notInRows(List.of(List.of(v.n(1), v.s("a")), List.of(v.n(2), v.s("b")))))
                .add("w-is-null-expr", v -> v.account.age.plus(v.account.id).isNull())
                .add("w-isnot-distinct-null", v -> v.account.age.isNotDistinctFrom((Integer) null))
                .add("w-sum-cmp-sum", v -> v.account.age.plus(v.n(1)).gt(v.account.id.plus(v.n(2))))
                .add("w-regexp-and", v -> and(v.account.name.regexp(v.s("^a")), v.account.age.gt(v.n(1))))
                .add("w-regexp-replace", v -> v.account.name.regexpReplace(v.s("a"), v.s("b")))
                .add(
                        "w-any-arr",
                        v -> select(v.account.id)
                                .where(v.account.age.gt(
                                        any(select(v.item.qty).where(v.item.accountId.eq(v.account.id))))));
    }

    private static void texts(Cases cases) {
        cases.add(
                        "w-concat-plus-mix",
                        v -> v.account
                                .name
                                .concat(v.s("-"))
                                .concat(v.account.fullName)
                                .concat(v.s("-"))
                                .concat(v.account.name))
                .add(
                        "w-concat-eq-in",
                        v -> v.account.name.concat(v.account.fullName).in(v.s("x"), v.s("y")))
                .add("w-like-escape-not", v -> not(v.account.name.like(v.s("x/%"), '/')))
                .add("w-istartswith", v -> v.account.name.istartsWith(v.s("ab")))
                .add("w-iendswith", v -> v.account.name.iendsWith(v.s("ab")))
                .add("w-icontains-auto", v -> v.account.name.icontains(v.s("a%b"), LikeEscape.AUTO))
                .add("w-endswith-auto", v -> v.account.name.endsWith(v.s("a%b"), LikeEscape.AUTO))
                .add("w-collate-eq", v -> v.account.name.collate("nocase").eq(v.s("x")))
                .add("w-collate-in", v -> v.account.name.collate("nocase").in(v.s("x"), v.s("y")));
    }

    private static void numbers(Cases cases) {
        cases.add("w-bitand-eq", v -> v.account.age.bitAnd(v.n(4)).eq(v.n(4)))
                .add("w-bitor-xor", v -> v.account.age.bitOr(v.n(1)).bitXor(v.account.id))
                .add("w-bitnot-and", v -> v.account.age.bitNot().bitAnd(v.n(3)))
                .add("w-shift-plus", v -> v.account.age.shiftLeft(v.n(2)).plus(v.n(1)))
                .add("w-mod-neg", v -> v.account.age.negated().modulo(v.n(3)))
                .add("w-date-minus-date", v -> v.event.day.since(v.event.day))
                .add("w-ts-plus-dur", v -> v.event.ts.plusTime(v.event.dur))
                .add("w-ts-minus-ts-cmp", v -> v.event.ts.since(v.event.ts).gt(v.event.dur));
    }

    private static void quotients(Cases cases) {
        cases.add("w-div-mul", v -> v.account.age.divide(v.n(2)).times(v.n(3)))
                .add("w-mul-div", v -> v.account.age.times(v.account.id.divide(v.n(2))))
                .add("w-floordiv-col", v -> v.account.age.floorDivide(v.account.id))
                .add("w-num-div-int", v -> v.item.price.divide(v.item.qty))
                .add("w-num-floordiv", v -> v.item.price.floorDivide(v.n(2)));
    }

    private static void documents(Cases cases) {
        cases.add("w-json-deep", v -> v.doc.data.at(v.s("a")).at(v.s("b")))
                .add("w-json-path", v -> v.doc.data.at(List.of(v.s("a"), v.s("b"), v.n(2))))
                .add(
                        "w-json-path-str",
                        v -> v.doc.data
                                .at(List.of(v.s("a"), v.s("b")))
                                .asString()
                                .eq(v.s("x")))
                .add("w-json-int-cmp", v -> v.doc.data.at(v.s("n")).asInteger().gt(v.n(5)))
                .add("w-json-float", v -> v.doc.data.at(v.s("n")).asDouble())
                .add("w-json-bool", v -> v.doc.data.at(v.s("n")).asBoolean().eq(true))
                .add("w-json-index0", v -> v.doc.data.at(v.n(0)).asString())
                .add("w-json-is-null", v -> v.doc.data.at(v.s("a")).isNull());
    }
}
