package io.athanor.tests.cases;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.desc;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;

import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SetOperation;
import io.athanor.sql.tree.SetOperator;
import io.athanor.sql.type.SqlTypes;
import java.util.List;

/** Variations of the families about sets, WITH, limits, changes and raw SQL. */
final class VariationStatements {
    private VariationStatements() {}

    static List<Cases> all() {
        return List.of(sets(), ctes(), moreCtes(), limits(), updates(), moreUpdates(), deletes(), inserts(), texts());
    }

    private static Select<Row> s1(Vocabulary v) {
        return select(v.account.id, v.account.name).where(v.account.age.gt(v.n(1)));
    }

    private static Select<Row> s2(Vocabulary v) {
        return select(v.item.id, v.item.sku);
    }

    private static Select<Row> s3(Vocabulary v) {
        return select(v.node.id, v.node.label);
    }

    private static Cases sets() {
        return new Cases("set-operations")
                .add(
                        "v-union-except-flat",
                        v -> SetOperation.of(SetOperator.UNION, List.of(s1(v), s2(v), s3(v)))
                                .orderBy(v.name("id")))
                .add(
                        "v-union-of-three-limit",
                        v -> SetOperation.of(SetOperator.UNION_ALL, List.of(s1(v), s2(v), s3(v)))
                                .orderBy(desc(v.name("name")))
                                .limit(v.l(2)))
                .add("v-except-right-nested", v -> s1(v).except(s2(v).union(s3(v))))
                .add(
                        "v-intersect-subq",
                        v -> select(func.count()).from(s1(v).intersect(s2(v)).subquery(v.name("u"))))
                .add(
                        "v-exists-union",
                        v -> select(v.account.id)
                                .where(v.account.id.in(select(v.item.id)
                                        .where(v.item.qty.gt(v.n(1)))
                                        .unionAll(select(v.node.id)))));
    }

    private static Cases ctes() {
        return new Cases("cte")
                .add("v-cte-of-cte", v -> {
                    Cte c = select(v.account.id).where(v.account.age.gt(v.n(1))).cte(v.name("c"));
                    Cte d = select(c.column(v.account.id))
                            .where(c.column(v.account.id).lt(v.n(9)))
                            .cte(v.name("d"));
                    return select(d.column(c.column(v.account.id)));
                })
                .add("v-cte-in-union", v -> {
                    Cte c = select(v.account.id).where(v.account.age.gt(v.n(1))).cte(v.name("c"));
                    return select(c.column(v.account.id)).union(select(v.item.id));
                })
                .add("v-insert-from-cte", v -> {
                    Cte c = s1(v).cte(v.name("c"));
                    return insert(v.node)
                            .columns(v.node.id, v.node.label)
                            .from(select(c.column(v.account.id), c.column(v.account.name)));
                });
    }

    private static Cases moreCtes() {
        return new Cases("cte")
                .add("v-update-cte", v -> {
                    Cte c = select(v.item.accountId)
                            .where(v.item.qty.gt(v.n(1)))
                            .cte(v.name("c"));
                    return update(v.account)
                            .set(v.account.age, v.n(5))
                            .where(v.account.id.in(select(c.column(v.item.accountId))));
                })
                .add("v-recursive-count", v -> {
                    Cte t = select(v.node.id, v.node.parentId)
                            .where(v.node.id.eq(v.n(1)))
                            .recursiveCte(
                                    v.name("t"),
                                    self -> select(v.node.id, v.node.parentId)
                                            .where(v.node.parentId.eq(self.column(v.node.id))));
                    return select(func.count()).from(t);
                })
                .add("v-cte-and-alias", v -> {
                    Label<Long> k = func.count().label(v.name("k"));
                    Cte c = select(v.item.accountId, k)
                            .groupBy(v.item.accountId)
                            .cte(v.name("c"));
                    DerivedTable x = c.as(v.name("x"));
                    return select(v.account.name, c.column(k), x.column(k))
                            .join(c, c.column(v.item.accountId).eq(v.account.id))
                            .outerJoin(x, x.column(v.item.accountId).eq(v.account.age));
                });
    }

    private static Cases limits() {
        return new Cases("limit-lock")
                .add(
                        "v-offset-only",
                        v -> select(v.account.id).orderBy(v.account.id).offset(v.l(3)))
                .add(
                        "v-limit-join",
                        v -> select(v.account.id)
                                .join(v.item)
                                .orderBy(v.account.id)
                                .limit(v.l(2))
                                .offset(v.l(1)))
                .add(
                        "v-limit-group",
                        v -> select(v.account.name, func.count())
                                .groupBy(v.account.name)
                                .orderBy(v.account.name)
                                .limit(v.l(2)))
                .add("v-key-share", v -> select(v.account.id).forUpdate(ForUpdate.SHARE.nowait()))
                .add(
                        "v-lock-of-two",
                        v -> select(v.account.id)
                                .join(v.item)
                                .forUpdate(
                                        ForUpdate.UPDATE.of(v.account, v.item).skipLocked()));
    }

    private static Cases updates() {
        return new Cases("update-delete")
                .add(
                        "v-update-case",
                        v -> update(v.account)
                                .set(
                                        v.account.name,
                                        when(v.account.age.gt(v.n(5)), v.s("old"))
                                                .otherwise(v.s("new")))
                                .where(v.account.active.eq(true)))
                .add(
                        "v-update-arith-two",
                        v -> update(v.item)
                                .set(v.item.qty, v.item.qty.plus(v.n(1)))
                                .set(v.item.price, v.item.price.times(v.n(2)))
                                .where(or(v.item.qty.eq(v.n(1)), v.item.sku.eq(v.s("x")))))
                .add(
                        "v-update-subq-where",
                        v -> update(v.account)
                                .set(v.account.age, v.n(1))
                                .where(v.account.id.in(select(v.item.accountId).where(v.item.qty.gt(v.n(2))))));
    }

    private static Cases moreUpdates() {
        return new Cases("update-delete")
                .add(
                        "v-update-scalar-expr",
                        v -> update(v.account)
                                .set(
                                        v.account.age,
                                        select(func.max(v.item.qty))
                                                .where(v.item.accountId.eq(v.account.id))
                                                .scalarSubquery()
                                                .plus(v.n(1))))
                .add(
                        "v-update-from-two-cond",
                        v -> update(v.account)
                                .set(v.account.name, v.item.sku)
                                .where(v.account.id.eq(v.item.accountId))
                                .where(v.item.price.gt(v.account.balance)))
                .add(
                        "v-update-func",
                        v -> update(v.account)
                                .set(v.account.name, func.upper(v.account.name))
                                .where(func.length(v.account.name).gt(v.n(3))));
    }

    private static Cases deletes() {
        return new Cases("update-delete")
                .add(
                        "v-delete-or",
                        v -> delete(v.account).where(or(v.account.age.gt(v.n(5)), v.account.name.eq(v.s("x")))))
                .add(
                        "v-delete-subq-cmp",
                        v -> delete(v.account)
                                .where(v.account.age.lt(
                                        select(func.max(v.item.qty)).scalarSubquery())))
                .add("v-delete-not-in", v -> delete(v.account).where(v.account.id.notIn(v.n(1), v.n(2))));
    }

    private static Cases inserts() {
        return new Cases("insert")
                .add(
                        "v-from-join",
                        v -> insert(v.node)
                                .columns(v.node.id, v.node.label)
                                .from(select(v.account.id, v.item.sku)
                                        .join(v.item)
                                        .where(v.item.qty.gt(v.n(1)))))
                .add(
                        "v-from-group",
                        v -> insert(v.node)
                                .columns(v.node.id)
                                .from(select(v.item.accountId)
                                        .groupBy(v.item.accountId)
                                        .having(func.count().gt(v.l(1)))))
                .add(
                        "v-case-value",
                        v -> insert(v.account)
                                .set(
                                        v.account.name,
                                        when(value(v.n(1)).gt(v.n(2)), v.s("a")).otherwise(v.s("b"))))
                .add(
                        "v-expr-two",
                        v -> insert(v.account)
                                .set(v.account.age, value(v.n(1)).plus(v.n(2)))
                                .set(v.account.name, v.s("x")))
                .add(
                        "v-three-rows",
                        v -> insert(v.node)
                                .rows(
                                        List.of(1, 2, 3),
                                        (row, n) -> row.set(v.node.id, v.n(n))
                                                .set(v.node.label, v.s(String.valueOf("xabc".charAt(n))))));
    }

    private static Cases texts() {
        return new Cases("text-binds")
                .add(
                        "v-text-in-or",
                        v -> select(v.account.id).where(or(text("x = :x").bind("x", v.n(1)), v.account.id.eq(v.n(2)))))
                .add("v-text-order", v -> select(v.account.id).orderBy(text(v.sql("account.name DESC")), v.account.id))
                .add(
                        "v-literal-column-arith",
                        v -> select(literalColumn("x", SqlTypes.INTEGER)
                                .times(v.n(2))
                                .label(v.name("d"))))
                .add("v-bind-twice", v -> {
                    Expression<Integer> lim = Bind.named(v.name("lim"), v.n(5), SqlTypes.INTEGER);
                    return and(v.account.age.gt(lim), v.account.id.lt(lim));
                });
    }
}
