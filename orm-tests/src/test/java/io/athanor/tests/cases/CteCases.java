package io.athanor.tests.cases;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.Values;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.cases.Vocabulary.Node;

/** The family {@code cte}. */
final class CteCases {
    private CteCases() {}

    static Cases all() {
        Cases cases = new Cases("cte");
        plain(cases);
        values(cases);
        recursive(cases);
        placed(cases);
        return cases;
    }

    private static void plain(Cases cases) {
        cases.add("plain", v -> {
                    Cte c = select(v.account.id, v.account.name)
                            .where(v.account.age.gt(v.n(3)))
                            .cte(v.name("c"));
                    return select(c.column(v.account.id))
                            .where(c.column(v.account.name).eq(v.s("x")));
                })
                .add("anon", v -> select(select(v.account.id).cte().column(v.account.id)))
                .add("twice", v -> {
                    Cte c = select(v.account.id).cte(v.name("c"));
                    DerivedTable x = c.as(v.name("x"));
                    DerivedTable y = c.as(v.name("y"));
                    return select(x.column(v.account.id), y.column(v.account.id))
                            .where(x.column(v.account.id).lt(y.column(v.account.id)));
                })
                .add("join", v -> {
                    Label<Long> n = func.count().label(v.name("n"));
                    Cte counts = select(v.item.accountId, n)
                            .groupBy(v.item.accountId)
                            .cte(v.name("cnt"));
                    return select(v.account.name, counts.column(n))
                            .join(counts, counts.column(v.item.accountId).eq(v.account.id));
                });
    }

    private static void values(Cases cases) {
        cases.add("params-order", v -> {
                    Cte c = select(v.account.id)
                            .where(v.account.name.eq(v.s("in-cte")))
                            .cte(v.name("c"));
                    return select(c.column(v.account.id), value(v.s("sel")))
                            .where(c.column(v.account.id).eq(v.n(99)));
                })
                .add(
                        "values-cte",
                        v -> select(Values.of(
                                        v.name("vals"),
                                        rows -> rows.column(v.name("x"), SqlTypes.INTEGER)
                                                .row(v.n(1))
                                                .row(v.n(2)))
                                .cte(v.name("vc"))))
                .add(
                        "quoted",
                        v -> select(select(v.account.id).cte(v.name("My CTE")).column(v.account.id)));
    }

    private static Select<Row> walk(Vocabulary v) {
        Node nn = aliased(v.node, v.name("nn"));
        Label<Integer> depth = value(v.n(0)).label(v.name("depth"));
        Cte tree = select(v.node.id, v.node.parentId, depth)
                .where(v.node.parentId.isNull())
                .recursiveCte(
                        v.name("tree"),
                        self -> select(nn.id, nn.parentId, self.column(depth).plus(v.n(1)))
                                .where(nn.parentId.eq(self.column(v.node.id))));
        return select(tree);
    }

    private static void recursive(Cases cases) {
        cases.add("recursive", CteCases::walk)
                .add("recursive-order", v -> walk(v).orderBy(v.name("depth")))
                .add("recursive-union-distinct", v -> {
                    Cte r = select(v.node.id)
                            .where(v.node.id.eq(v.n(1)))
                            .recursiveDistinctCte(
                                    v.name("r"),
                                    self -> select(v.node.id).where(v.node.parentId.eq(self.column(v.node.id))));
                    return select(r);
                });
    }

    private static void placed(Cases cases) {
        cases.add("nesting", v -> {
                    Cte c = select(v.account.id).cte(v.name("c")).nesting();
                    return select(select(c).subquery(v.name("s")));
                })
                .add("delete-cte", v -> {
                    Cte dead = select(v.account.id)
                            .where(v.account.active.eq(false))
                            .cte(v.name("dead"));
                    return delete(v.item).where(v.item.accountId.in(select(dead.column(v.account.id))));
                })
                .add(
                        "materialized",
                        v -> select(select(v.account.id).cte(v.name("c")).materialized()));
    }
}
