package io.athanor.tests.cases;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.prefix;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlTypes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The family {@code operators}: comparison, logic, arithmetic, bits, tuples, dates and JSON. */
final class OperatorCases {
    private OperatorCases() {}

    static Cases all() {
        Cases cases = new Cases("operators");
        comparisons(cases);
        logic(cases);
        arithmetic(cases);
        lists(cases);
        tuples(cases);
        distinctness(cases);
        ownOperators(cases);
        bits(cases);
        dates(cases);
        json(cases);
        return cases;
    }

    private static void comparisons(Cases cases) {
        cases.add("ne", v -> v.account.name.ne(v.s("x")))
                .add("ne-null", v -> v.account.name.ne((String) null))
                .add("lt-null", v -> v.account.age.lt((Integer) null))
                .add("eq-col", v -> v.account.id.eq(v.item.accountId))
                .add("reversed-literal", v -> v.account.age.gt(v.n(5)))
                .add("literal-eq-col", v -> value(v.n(5)).eq(v.account.age))
                .add("lt", v -> v.account.age.lt(v.n(5)))
                .add("gt", v -> v.account.age.gt(v.n(5)))
                .add("not-lt", v -> not(v.account.age.lt(v.n(5))))
                .add("not-ge", v -> not(v.account.age.ge(v.n(5))))
                .add("is", v -> v.account.name.isNull())
                .add("not-is-null", v -> not(v.account.name.isNull()))
                .add("not-between", v -> not(v.account.age.between(v.n(1), v.n(2))))
                .add("between-symmetric", v -> v.account.age.betweenSymmetric(v.n(1), v.n(5)))
                .add("between-and", v -> v.account.age.between(v.n(1), v.n(5)).and(v.account.id.eq(v.n(2))))
                .add("between-bool-bounds", v -> v.account.age.between(func.min(v.account.id), value(v.n(7))))
                .add("any-subq", v -> v.account.age.eq(any(select(v.item.qty))));
    }

    private static void logic(Cases cases) {
        cases.add("not-column-int", v -> prefix(Operator.NOT, v.account.age, SqlTypes.BOOLEAN))
                .add("not-or", v -> not(or(v.account.age.gt(v.n(1)), v.account.name.eq(v.s("x")))))
                .add(
                        "nested-or-flat",
                        v -> or(v.account.age.gt(v.n(1)), or(v.account.name.eq(v.s("x")), v.account.id.eq(v.n(3)))))
                .add("and-single", v -> and(v.account.age.gt(v.n(1))))
                .add("and-false", v -> and(v.account.age.gt(v.n(1)), BooleanConstant.FALSE))
                .add("or-false", v -> or(v.account.age.gt(v.n(1)), BooleanConstant.FALSE))
                .add("not-true", v -> not(BooleanConstant.TRUE))
                .add("not-false", v -> not(BooleanConstant.FALSE));
    }

    private static void arithmetic(Cases cases) {
        cases.add("add", v -> v.account.age.plus(v.n(1)))
                .add("sub-right-assoc", v -> v.account.age.minus(v.account.id.minus(v.n(1))))
                .add("sub-left", v -> v.account.age.minus(v.account.id).minus(v.n(1)))
                .add("div-int", v -> v.account.age.divide(v.account.id))
                .add("div-lit", v -> v.account.age.divide(v.n(2)))
                .add("div-numeric", v -> v.account.balance.divide(v.n(2)))
                .add("floordiv-numeric", v -> v.account.balance.floorDivide(v.n(2)))
                .add("div-of-div", v -> v.account.age.divide(v.account.id.divide(v.n(2))))
                .add("mod", v -> v.account.age.modulo(v.n(3)))
                .add("neg", v -> v.account.age.negated())
                .add("neg-sum", v -> v.account.age.plus(v.n(1)).negated())
                .add("cmp-arith", v -> v.account.age.plus(v.n(1)).gt(v.account.id.times(v.n(2))))
                .add("cmp-of-cmp", v -> v.account.age.gt(v.n(1)).eq(v.account.id.gt(v.n(2))));
    }

    private static void lists(Cases cases) {
        cases.add("in-list", v -> v.account.age.in(v.n(1), v.n(2), v.n(3)))
                .add("not-in", v -> not(v.account.age.in(v.n(1), v.n(2))))
                .add("in-empty", v -> v.account.age.in(List.of()))
                .add("notin-empty", v -> v.account.age.notIn(List.of()))
                .add("in-empty-string", v -> v.account.name.in(List.of()))
                .add(
                        "in-exprs",
                        v -> v.account.age.inExpressions(v.account.id, v.account.id.plus(v.n(1)), value(v.n(7))))
                .add("in-select", v -> v.account.id.in(select(v.item.accountId)))
                .add(
                        "notin-select",
                        v -> v.account.id.notIn(select(v.item.accountId).where(v.item.qty.gt(v.n(1)))))
                .add(
                        "in-with-and",
                        v -> v.account
                                .age
                                .in(v.n(1))
                                .or(v.account.id.in(v.n(2), v.n(3)).and(v.account.name.eq(v.s("q")))));
    }

    private static void tuples(Cases cases) {
        cases.add(
                        "in-tuple",
                        v -> tuple(v.account.id, v.account.age)
                                .inRows(List.of(List.of(v.n(1), v.n(2)), List.of(v.n(3), v.n(4)))))
                .add("in-tuple-empty", v -> tuple(v.account.id, v.account.age).inRows(List.of()))
                .add("notin-tuple", v -> tuple(v.account.id, v.account.age).notInRows(List.of(List.of(v.n(1), v.n(2)))))
                .add(
                        "in-tuple-select",
                        v -> tuple(v.account.id, v.account.age).in(select(v.item.accountId, v.item.qty)))
                .add("tuple-eq", v -> tuple(v.account.id, v.account.age).eq(tuple(value(v.n(1)), value(v.n(2)))))
                .add("tuple-gt", v -> tuple(v.account.id, v.account.age).gt(tuple(value(v.n(1)), value(v.n(2)))));
    }

    private static void distinctness(Cases cases) {
        cases.add("distinct-from", v -> v.account.age.isDistinctFrom(v.n(5)))
                .add("distinct-from-null", v -> v.account.age.isDistinctFrom(nullOf(SqlTypes.INTEGER)))
                .add("neg-distinct-from", v -> not(v.account.age.isDistinctFrom(v.n(5))));
    }

    private static void ownOperators(Cases cases) {
        cases.add("op-custom", v -> v.account.age.op("&&", v.n(3), SqlTypes.INTEGER))
                .add(
                        "op-precedence",
                        v -> v.account.age.op(Operator.custom("%%%", 10), v.account.id.plus(v.n(1)), SqlTypes.INTEGER))
                .add("bool-op", v -> v.account.name.boolOp("@@", v.s("x")));
    }

    private static void bits(Cases cases) {
        cases.add("bitand", v -> v.account.age.bitAnd(v.n(3)))
                .add("bitor", v -> v.account.age.bitOr(v.n(3)))
                .add("bitxor", v -> v.account.age.bitXor(v.n(3)))
                .add("bitnot", v -> v.account.age.bitNot())
                .add("lshift", v -> v.account.age.shiftLeft(v.n(2)))
                .add("rshift", v -> v.account.age.shiftRight(v.n(2)))
                .add("bit-mixed", v -> v.account.age.bitAnd(v.n(3)).bitOr(v.n(4)));
    }

    private static void dates(Cases cases) {
        cases.add("date-plus-interval", v -> v.event.ts.plus(Duration.ofHours(1)))
                .add("date-diff", v -> v.event.ts.since(v.event.ts))
                .add("date-cmp", v -> v.event.day.gt(LocalDate.of(2020, 1, 2)));
    }

    private static void json(Cases cases) {
        cases.add("json-key", v -> v.doc.data.at(v.s("k")))
                .add("json-index", v -> v.doc.data.at(v.n(1)))
                .add("json-as-string", v -> v.doc.data.at(v.s("k")).asString().eq(v.s("x")))
                .add("json-as-int", v -> v.doc.data.at(v.s("k")).asInteger().gt(v.n(5)))
                .add("json-as-bool", v -> v.doc.data.at(v.s("k")).asBoolean())
                .add("json-literal-null", v -> v.doc.data.eq(Json.NULL));
    }
}
