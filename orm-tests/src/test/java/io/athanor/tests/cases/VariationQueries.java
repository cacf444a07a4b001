package io.athanor.tests.cases;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.desc;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.when;

import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Select;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.cases.Vocabulary.Account;
import io.athanor.tests.cases.Vocabulary.Item;
import java.util.List;

/** Variations of the families about SELECT, its labels, joins and subqueries. */
final class VariationQueries {
    private VariationQueries() {}

    static List<Cases> all() {
        return List.of(
                selects(), moreSelects(), labels(), joins(), moreJoins(), subqueries(), moreSubqueries(), scalars());
    }

    private static Cases selects() {
        return new Cases("select")
                .add(
                        "v-distinct-where-order",
                        v -> select(v.account.name)
                                .distinct()
                                .where(v.account.age.gt(v.n(1)))
                                .orderBy(v.account.name))
                .add(
                        "v-three-where",
                        v -> select(v.account.id)
                                .where(v.account.age.gt(v.n(1)))
                                .where(or(v.account.id.eq(v.n(1)), v.account.id.eq(v.n(2))))
                                .where(v.account.name.eq(v.s("x"))))
                .add(
                        "v-where-or-only",
                        v -> select(v.account.id).where(or(v.account.id.eq(v.n(1)), v.account.id.eq(v.n(2)))))
                .add(
                        "v-having-or",
                        v -> select(v.account.name)
                                .groupBy(v.account.name)
                                .having(or(
                                        func.count().gt(v.l(2)),
                                        func.max(v.account.age).lt(v.n(9)))))
                .add("v-label-twice", v -> select(v.account.id.label(v.name("x")), v.account.age.label(v.name("x"))))
                .add(
                        "v-anon-exprs",
                        v -> select(
                                v.account.id.plus(v.n(1)),
                                v.account.age.times(v.n(2)),
                                v.account.name.concat(v.s("x"))))
                .add("v-clash-label", v -> select(v.account.id, v.item.id, v.node.id, v.account.id));
    }

    private static Cases moreSelects() {
        return new Cases("select")
                .add(
                        "v-tablename-two-alias",
                        v -> select(aliased(v.account, v.name("a1")).id, aliased(v.account, v.name("a2")).id)
                                .labelStyle(LabelStyle.TABLE_COLUMN))
                .add(
                        "v-where-func",
                        v -> select(v.account.id)
                                .where(func.lower(v.account.name).eq(func.lower(v.account.fullName))))
                .add("v-null-label", v -> select(nullOf(SqlTypes.STRING).label(v.name("n")), v.account.id))
                .add("v-select-not", v -> select(not(v.account.age.gt(v.n(1))).label(v.name("x"))))
                .add("v-select-cond", v -> select(v.account.age.gt(v.n(1))))
                .add(
                        "v-select-and",
                        v -> select(and(v.account.age.gt(v.n(1)), v.account.id.eq(v.n(2)))
                                .label(v.name("pair"))))
                .add("v-where-is-false", v -> select(v.account.id).where(v.account.active.isFalse()));
    }

    private static Label<Integer> twice(Vocabulary v) {
        return v.account.age.times(v.n(2)).label(v.name("dbl"));
    }

    private static Cases labels() {
        return new Cases("labels-order-group")
                .add("v-order-label-expr", v -> {
                    Label<Integer> twice = twice(v);
                    return select(v.account.id, twice).orderBy(twice.plus(v.n(1)));
                })
                .add("v-order-label-nulls", v -> {
                    Label<Integer> twice = twice(v);
                    return select(twice).orderBy(twice.desc().nullsLast());
                })
                .add("v-group-label-having-order", v -> {
                    Label<String> name = func.lower(v.account.name).label(v.name("ln"));
                    return select(name, func.count().label(v.name("n")))
                            .groupBy(name)
                            .having(func.count().gt(v.l(1)))
                            .orderBy(desc(v.name("n")));
                })
                .add(
                        "v-order-two-names",
                        v -> select(v.account.id, v.account.age.plus(v.n(1)).label(v.name("na")))
                                .orderBy(v.name("na"))
                                .orderBy(desc(v.name("id"))))
                .add("v-group-func", v -> select(func.lower(v.account.name)).groupBy(func.lower(v.account.name)))
                .add(
                        "v-order-case",
                        v -> select(v.account.id)
                                .orderBy(when(v.account.age.gt(v.n(5)), v.n(1))
                                        .otherwise(v.n(0))
                                        .desc()))
                .add(
                        "v-distinct-on-two",
                        v -> select(v.account.id)
                                .distinctOn(v.account.name, v.account.age)
                                .orderBy(v.account.name, v.account.age.desc()))
                .add("v-label-in-where-and-order", v -> {
                    Label<Integer> x = v.account.age.plus(v.n(1)).label(v.name("x"));
                    return select(x).where(x.gt(v.n(3))).orderBy(x);
                });
    }

    private static Cases joins() {
        return new Cases("joins")
                .add(
                        "v-join-three-from",
                        v -> select(v.account.name, v.item.sku, v.node.label)
                                .from(v.account.join(v.item).leftJoin(v.node, v.node.id.eq(v.item.qty))))
                .add(
                        "v-outer-full-chain",
                        v -> select(v.account.id)
                                .from(v.account.leftJoin(v.item).fullJoin(v.node, v.node.id.eq(v.account.id))))
                .add(
                        "v-nested-right",
                        v -> select(v.account.id)
                                .from(v.account.join(
                                        v.item.join(v.node, v.node.id.eq(v.item.qty)),
                                        v.account.id.eq(v.item.accountId))))
                .add(
                        "v-nested-right-outer",
                        v -> select(v.account.id)
                                .from(v.account.leftJoin(
                                        v.item.leftJoin(v.node, v.node.id.eq(v.item.qty)),
                                        v.account.id.eq(v.item.accountId))));
    }

    private static Cases moreJoins() {
        return new Cases("joins")
                .add("v-two-aliases", v -> {
                    Account a1 = aliased(v.account, v.name("a1"));
                    Account a2 = aliased(v.account, v.name("a2"));
                    return select(a1.name, a2.name).from(a1.join(a2, a1.age.lt(a2.age)));
                })
                .add("v-join-alias-fk", v -> {
                    Item it = aliased(v.item, v.name("it"));
                    return select(v.account.name, it.sku).join(it);
                })
                .add(
                        "v-join-and-cartesian",
                        v -> select(v.account.id, v.node.id).from(v.account.join(v.item)))
                .add(
                        "v-join-where-or",
                        v -> select(v.account.id)
                                .join(v.item)
                                .where(or(v.item.qty.gt(v.n(1)), v.item.sku.eq(v.s("x")))))
                .add(
                        "v-join-on-and",
                        v -> select(v.account.id)
                                .join(v.item, and(v.account.id.eq(v.item.accountId), v.item.qty.gt(v.n(3)))))
                .add(
                        "v-join-on-or",
                        v -> select(v.account.id)
                                .outerJoin(v.item, or(v.account.id.eq(v.item.accountId), v.item.qty.gt(v.n(3)))));
    }

    private static Cases subqueries() {
        return new Cases("subqueries")
                .add("v-subq-of-subq", v -> {
                    DerivedTable s = select(v.account.id, v.account.name).subquery(v.name("s"));
                    DerivedTable t = select(s.column(v.account.id))
                            .where(s.column(v.account.name).eq(v.s("x")))
                            .subquery(v.name("t"));
                    Expression<Integer> id = t.column(s.column(v.account.id));
                    return select(id).where(id.gt(v.n(2)));
                })
                .add("v-anon-two", v -> {
                    DerivedTable s = select(v.account.id).subquery();
                    DerivedTable t = select(v.item.id).subquery();
                    return select(s.column(v.account.id), t.column(v.item.id))
                            .where(s.column(v.account.id).eq(t.column(v.item.id)));
                })
                .add("v-subq-group", v -> {
                    Label<Integer> total = func.sum(v.item.qty).label(v.name("total"));
                    DerivedTable s = select(v.item.accountId, total)
                            .groupBy(v.item.accountId)
                            .subquery(v.name("sums"));
                    return select(func.avg(s.column(total)))
                            .where(s.column(total).gt(v.n(5)));
                });
    }

    private static Cases moreSubqueries() {
        return new Cases("subqueries")
                .add(
                        "v-in-subq-limit",
                        v -> select(v.account.id)
                                .where(v.account.id.in(select(v.item.accountId)
                                        .orderBy(v.item.qty)
                                        .limit(v.l(3)))))
                .add("v-subq-alias-join", v -> {
                    DerivedTable s = select(v.item).where(v.item.qty.gt(v.n(1))).subquery(v.name("s"));
                    return select(v.account.name, s.column(v.item.sku))
                            .outerJoin(s, s.column(v.item.accountId).eq(v.account.id));
                })
                .add("v-correlated-alias-exists", v -> {
                    Account a1 = aliased(v.account, v.name("a1"));
                    Account a2 = aliased(v.account, v.name("a2"));
                    return select(a1.id).where(exists(and(a2.age.eq(a1.age), a2.id.ne(a1.id))));
                });
    }

    private static Select<Long> itemsOf(Vocabulary v) {
        return select(func.count(v.item.id)).where(v.item.accountId.eq(v.account.id));
    }

    private static Cases scalars() {
        return new Cases("subqueries")
                .add(
                        "v-scalar-compare-two",
                        v -> select(v.account.id)
                                .where(itemsOf(v)
                                        .scalarSubquery()
                                        .gt(select(func.count(v.node.id))
                                                .where(v.node.id.eq(v.account.id))
                                                .scalarSubquery())))
                .add(
                        "v-scalar-in-case",
                        v -> select(when(itemsOf(v).scalarSubquery().gt(v.l(3)), v.s("many"))
                                        .otherwise(v.s("few"))
                                        .label(v.name("k")))
                                .from(v.account))
                .add(
                        "v-exists-and",
                        v -> select(v.account.id)
                                .where(and(exists(v.item.accountId.eq(v.account.id)), v.account.age.gt(v.n(1)))))
                .add(
                        "v-not-exists-or",
                        v -> select(v.account.id)
                                .where(or(not(exists(v.item.accountId.eq(v.account.id))), v.account.age.gt(v.n(1)))))
                .add(
                        "v-exists-in-select",
                        v -> select(
                                v.account.id,
                                exists(v.item.accountId.eq(v.account.id)).label(v.name("has"))))
                .add(
                        "v-scalar-two-levels",
                        v -> select(v.account.id)
                                .where(v.account.age.eq(select(func.max(v.item.qty))
                                        .where(v.item.price.eq(select(func.min(v.item.price))
                                                .where(v.item.accountId.eq(v.account.id))
                                                .correlate(v.account)
                                                .scalarSubquery()))
                                        .scalarSubquery())));
    }
}
