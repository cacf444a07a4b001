package io.athanor.tests.cases;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.desc;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FetchMode;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.SetOperator;
import io.athanor.tests.cases.Vocabulary.Account;
import io.athanor.tests.cases.Vocabulary.Node;
import java.math.BigDecimal;
import java.util.List;

/** Further variations of the families about queries. */
final class FurtherQueries {
    private FurtherQueries() {}

    static List<Cases> all() {
        return List.of(selects(), moreSelects(), labels(), joins(), laterals(), subqueries(), sets(), ctes(), limits());
    }

    private static Cases selects() {
        return new Cases("select")
                .add(
                        "w-distinct-two-tables",
                        v -> select(v.account.name, v.item.sku).distinct().where(v.account.id.eq(v.item.accountId)))
                .add(
                        "w-anon-clash-func",
                        v -> select(func.max(v.account.age), func.max(v.item.qty))
                                .where(v.account.id.eq(v.item.accountId)))
                .add("w-cast-unlabelled", v -> select(v.account.age.cast(string(9)), v.account.age))
                .add("w-neg-unlabelled", v -> select(v.account.age.negated(), v.account.age))
                .add("w-not-col", v -> select(not(v.account.active)))
                .add("w-where-true", v -> select(v.account.id).where(BooleanConstant.TRUE))
                .add(
                        "w-where-and-false",
                        v -> select(v.account.id).where(v.account.age.gt(v.n(1)), BooleanConstant.FALSE))
                .add(
                        "w-having-no-group",
                        v -> select(func.count())
                                .from(v.account)
                                .having(func.count().gt(v.l(3))))
                .add("w-two-selectfrom", v -> select(func.count()).from(v.account, v.item));
    }

    private static Cases moreSelects() {
        return new Cases("select")
                .add(
                        "w-labels-tablename-alias-expr",
                        v -> select(aliased(v.account, v.name("a1")).fullName, v.item.accountId)
                                .labelStyle(LabelStyle.TABLE_COLUMN))
                .add("w-exists-only", v -> select(exists(v.account.age.gt(v.n(3)))))
                .add("w-between-select", v -> select(v.account.age.between(v.n(1), v.n(5))))
                .add(
                        "w-label-of-agg-order",
                        v -> select(v.account.name, func.sum(v.account.age).label(v.name("total")))
                                .groupBy(v.account.name)
                                .orderBy(desc(v.name("total")), v.account.name))
                .add(
                        "w-scalar-compare-label",
                        v -> select(v.account.age.plus(v.n(1)).gt(v.account.id).label(v.name("big")))
                                .orderBy(v.name("big")));
    }

    private static Cases labels() {
        return new Cases("labels-order-group")
                .add(
                        "w-order-label-desc-nulls",
                        v -> select(v.account.age.times(v.n(2)).label(v.name("d")))
                                .orderBy(desc(v.name("d")).nullsLast()))
                .add(
                        "w-order-by-position-like",
                        v -> select(v.account.id, v.account.name).orderBy(v.account.name, v.account.id.desc()))
                .add(
                        "w-group-two-having",
                        v -> select(v.account.name, v.account.active, func.count())
                                .groupBy(v.account.name, v.account.active)
                                .having(v.account.name.ne(v.s("x"))))
                .add(
                        "w-label-same-as-column",
                        v -> select(func.lower(v.account.name).label(v.name("name")))
                                .orderBy(v.account.name))
                .add("w-label-same-order-label", v -> {
                    Label<String> label = func.lower(v.account.name).label(v.name("name"));
                    return select(label).orderBy(label);
                })
                .add(
                        "w-distinct-label-order",
                        v -> select(v.account.age.plus(v.n(1)).label(v.name("x")))
                                .distinct()
                                .orderBy(v.name("x")))
                .add(
                        "w-order-random",
                        v -> select(v.account.id).orderBy(func.random()).limit(v.l(1)));
    }

    private static Cases joins() {
        return new Cases("joins")
                .add(
                        "w-join-left-mixed",
                        v -> select(v.account.name, v.item.sku)
                                .from(v.account.leftJoin(
                                        v.item,
                                        and(
                                                v.item.accountId.eq(v.account.id),
                                                v.item.price.gt(BigDecimal.valueOf(v.l(10))))))
                                .where(v.item.id.isNull()))
                .add("w-self-left", v -> {
                    Node p = aliased(v.node, v.name("p"));
                    return select(v.node.label, p.label).from(v.node.leftJoin(p, v.node.parentId.eq(p.id)));
                })
                .add("w-self-anon", v -> {
                    Node p = aliased(v.node);
                    return select(v.node.label, p.label).from(v.node.join(p, v.node.parentId.eq(p.id)));
                })
                .add("w-three-alias", v -> {
                    Node x = aliased(v.node, v.name("x"));
                    Node y = aliased(v.node, v.name("y"));
                    return select(x.id, y.id, v.node.id)
                            .from(v.node.join(x, x.parentId.eq(v.node.id)).join(y, y.parentId.eq(x.id)));
                })
                .add("w-full-join", v -> select(v.account.id, v.item.id).from(v.account.fullJoin(v.item)));
    }

    private static Cases laterals() {
        return new Cases("joins")
                .add("w-lateral-corr", v -> {
                    DerivedTable l = select(v.item.qty)
                            .where(v.item.accountId.eq(v.account.id))
                            .orderBy(v.item.qty.desc())
                            .limit(v.l(2))
                            .lateral(v.name("l"));
                    return select(v.account.id, l.column(v.item.qty)).from(v.account.join(l, BooleanConstant.TRUE));
                })
                .add("w-lateral-left", v -> {
                    DerivedTable l = select(v.item.qty)
                            .where(v.item.accountId.eq(v.account.id))
                            .lateral(v.name("l"));
                    return select(v.account.id, l.column(v.item.qty)).from(v.account.leftJoin(l, BooleanConstant.TRUE));
                })
                .add("w-join-subq-anon", v -> {
                    Label<Long> n = func.count().label(v.name("n"));
                    DerivedTable s = select(v.item.accountId, n)
                            .groupBy(v.item.accountId)
                            .subquery();
                    return select(v.account.name, s.column(n))
                            .join(s, s.column(v.item.accountId).eq(v.account.id));
                });
    }

    private static Cases subqueries() {
        return new Cases("subqueries")
                .add(
                        "w-not-in-scalar",
                        v -> select(v.account.id)
                                .where(v.account.id.notIn(
                                        select(v.item.accountId).where(v.item.accountId.isNotNull()))))
                .add(
                        "w-scalar-order",
                        v -> select(v.account.id)
                                .orderBy(select(func.count(v.item.id))
                                        .where(v.item.accountId.eq(v.account.id))
                                        .scalarSubquery()
                                        .desc()))
                .add(
                        "w-scalar-plus-scalar",
                        v -> select(select(func.max(v.account.age))
                                .scalarSubquery()
                                .plus(select(func.max(v.item.qty)).scalarSubquery())))
                .add(
                        "w-between-scalars",
                        v -> select(v.account.id)
                                .where(v.account.age.between(
                                        select(func.min(v.item.qty)).scalarSubquery(),
                                        select(func.max(v.item.qty)).scalarSubquery())))
                .add(
                        "w-exists-nested",
                        v -> select(v.account.id)
                                .where(exists(
                                        v.item.accountId.eq(v.account.id), not(exists(v.node.id.eq(v.item.qty))))))
                .add(
                        "w-subq-distinct-count",
                        v -> select(func.count())
                                .from(select(v.account.name).distinct().subquery()))
                .add(
                        "w-in-subq-union",
                        v -> select(v.account.id)
                                .where(v.account.id.in(select(v.item.id).union(select(v.node.id)))));
    }

    private static Cases sets() {
        return new Cases("set-operations")
                .add(
                        "w-union-three-orders",
                        v -> SetOperation.of(
                                        SetOperator.UNION,
                                        List.of(
                                                select(v.account.id).where(v.account.age.gt(v.n(1))),
                                                select(v.item.id),
                                                select(v.node.id)))
                                .orderBy(v.name("id"))
                                .limit(v.l(5))
                                .offset(v.l(2)))
                .add("w-union-in-subq-join", v -> {
                    Label<Integer> id = v.item.accountId.label(v.name("id"));
                    DerivedTable u = select(id).unionAll(select(v.node.id)).subquery(v.name("u"));
                    return select(v.account.name, u.column(id))
                            .join(u, u.column(id).eq(v.account.id));
                })
                .add("w-intersect-all", v -> select(v.account.id).intersectAll(select(v.item.accountId)))
                .add(
                        "w-except-order-desc",
                        v -> select(v.account.id)
                                .except(select(v.item.accountId))
                                .orderBy(desc(v.name("id"))));
    }

    private static Cases ctes() {
        return new Cases("cte")
                .add("w-two-ctes-join", v -> {
                    Cte x = select(v.account.id).where(v.account.age.gt(v.n(3))).cte(v.name("x"));
                    Cte y = select(v.item.accountId, v.item.qty)
                            .where(v.item.qty.gt(v.n(2)))
                            .cte(v.name("y"));
                    return select(x.column(v.account.id), y.column(v.item.qty))
                            .join(y, y.column(v.item.accountId).eq(x.column(v.account.id)));
                })
                .add("w-recursive-depth", v -> {
                    Label<Integer> depth = value(v.n(0)).label(v.name("depth"));
                    Cte t = select(v.node.id, v.node.parentId, depth)
                            .where(v.node.parentId.isNull())
                            .recursiveCte(
                                    v.name("tree"),
                                    self -> select(
                                                    v.node.id,
                                                    v.node.parentId,
                                                    self.column(depth).plus(v.n(1)))
                                            .join(self, v.node.parentId.eq(self.column(v.node.id))));
                    return select(t.column(v.node.id), t.column(depth)).orderBy(t.column(depth), t.column(v.node.id));
                })
                .add("w-cte-twice-alias", v -> {
                    Cte c = select(v.account.id).where(v.account.age.gt(v.n(3))).cte(v.name("c"));
                    DerivedTable c2 = c.as(v.name("c2"));
                    Expression<Integer> id = c.column(v.account.id);
                    return select(id, c2.column(v.account.id)).where(id.lt(c2.column(v.account.id)));
                });
    }

    private static Cases limits() {
        return new Cases("limit-lock")
                .add(
                        "w-fetch-order",
                        v -> select(v.account.id).orderBy(v.account.id).fetch(v.l(3)))
                .add(
                        "w-fetch-offset-ties",
                        v -> select(v.account.id)
                                .orderBy(v.account.age)
                                .offset(v.l(2))
                                .fetch(value(v.l(3)), FetchMode.ROWS_WITH_TIES))
                .add(
                        "w-limit-union-member",
                        v -> select(v.account.id)
                                .orderBy(v.account.id)
                                .limit(v.l(1))
                                .unionAll(select(v.item.id).orderBy(v.item.id).limit(v.l(2))))
                .add(
                        "w-limit-expr-offset",
                        v -> select(v.account.id)
                                .limit(value(v.n(2)).plus(v.n(1)))
                                .offset(v.l(3)))
                .add("w-update-nowait", v -> select(v.account.id).forUpdate(ForUpdate.UPDATE.nowait()))
                .add("w-key-share", v -> select(v.account.id).forUpdate(ForUpdate.NO_KEY_UPDATE))
                .add("w-read-key-share-skip", v -> select(v.account.id).forUpdate(ForUpdate.KEY_SHARE.skipLocked()))
                .add("w-of-alias-nowait", v -> {
                    Account x = aliased(v.account, v.name("x"));
                    return select(x.id)
                            .join(v.item, v.item.accountId.eq(x.id))
                            .forUpdate(ForUpdate.UPDATE.of(x).nowait());
                });
    }
}
