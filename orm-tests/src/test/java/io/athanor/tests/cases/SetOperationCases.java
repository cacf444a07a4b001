package io.athanor.tests.cases;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.SetOperator;
import java.util.List;

/** The family {@code set-operations}. */
final class SetOperationCases {
    private SetOperationCases() {}

    static Cases all() {
        Cases cases = new Cases("set-operations");
        kinds(cases);
        clauses(cases);
        parts(cases);
        return cases;
    }

    private static Select<Row> s1(Vocabulary v) {
        return select(v.account.id, v.account.name).where(v.account.age.gt(v.n(1)));
    }

    private static Select<Row> s2(Vocabulary v) {
        return select(v.item.id, v.item.sku).where(v.item.qty.gt(v.n(2)));
    }

    private static Select<Row> s3(Vocabulary v) {
        return select(v.node.id, v.node.label);
    }

    private static void kinds(Cases cases) {
        cases.add("union-all", v -> s1(v).unionAll(s2(v)))
                .add("intersect", v -> s1(v).intersect(s2(v)))
                .add("except-all", v -> s1(v).exceptAll(s2(v)))
                .add("three", v -> s1(v).union(s2(v)).union(s3(v)))
                .add("nested-left", v -> s1(v).union(s2(v)).except(s3(v)))
                .add("nested-both", v -> {
                    Select<Row> middle = s2(v);
                    return s1(v).unionAll(middle).union(middle.unionAll(s3(v)));
                })
                .add(
                        "literal-cols",
                        v -> select(v.account.id, value(v.s("a")).label(v.name("kind")))
                                .unionAll(select(v.item.id, value(v.s("i")).label(v.name("kind")))))
                .add(
                        "mismatch",
                        v -> SetOperation.of(
                                SetOperator.UNION,
                                List.of(Select.rows(List.of(v.account.id)), select(v.item.id, v.item.sku))));
    }

    private static void clauses(Cases cases) {
        cases.add("order-column", v -> s1(v).union(s2(v)).orderBy(v.account.name))
                .add("limit", v -> s1(v).union(s2(v)).limit(v.l(5)).offset(v.l(2)))
                .add(
                        "member-limit",
                        v -> s1(v).orderBy(v.account.id)
                                .limit(v.l(2))
                                .union(s2(v).orderBy(v.item.id).limit(v.l(3))))
                .add("group-by-on-union", v -> s1(v).union(s2(v)).groupBy(v.account.id))
                .add("for-update-on-union", v -> s1(v).forUpdate().union(s2(v)));
    }

    private static void parts(Cases cases) {
        cases.add("subquery", v -> {
                    DerivedTable u = s1(v).union(s2(v)).subquery(v.name("u"));
                    return select(u.column(v.account.id))
                            .where(u.column(v.account.name).eq(v.s("x")));
                })
                .add(
                        "subquery-member",
                        v -> select(s1(v).union(s2(v)).subquery()).unionAll(s3(v)))
                .add("in-union", v -> v.account.id.in(select(v.item.id).union(select(v.node.id))))
                .add(
                        "scalar-union",
                        v -> select(select(v.item.id)
                                .union(select(v.node.id))
                                .limit(v.l(1))
                                .scalarSubquery()))
                .add(
                        "cte-of-union",
                        v -> select(s1(v).union(s2(v)).cte(v.name("c")).column(v.account.id)));
    }
}
