package io.athanor.tests.cases;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Select;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.cases.Vocabulary.Account;

/** The family {@code subqueries}. */
final class SubqueryCases {
    private SubqueryCases() {}

    static Cases all() {
        Cases cases = new Cases("subqueries");
        scalars(cases);
        correlations(cases);
        explicitCorrelations(cases);
        farCorrelations(cases);
        existing(cases);
        tables(cases);
        cases.add(
                "any-array",
                v -> value(v.n(5))
                        .eq(any(
                                func.call("arr", SqlTypes.arrayOf(SqlTypes.INTEGER), value(v.n(1)), value(v.n(2))),
                                SqlTypes.INTEGER)));
        return cases;
    }

    private static Select<Long> itemsOf(Vocabulary v) {
        return select(func.count(v.item.id)).where(v.item.accountId.eq(v.account.id));
    }

    private static void scalars(Cases cases) {
        cases.add(
                        "scalar-column",
                        v -> select(v.account.name, itemsOf(v).scalarSubquery().label(v.name("n"))))
                .add("scalar-unlabelled", v -> select(v.account.name, itemsOf(v).scalarSubquery()))
                .add(
                        "scalar-where",
                        v -> select(v.account.name)
                                .where(itemsOf(v).scalarSubquery().gt(v.l(3))))
                .add(
                        "scalar-order",
                        v -> select(v.account.name).orderBy(itemsOf(v).scalarSubquery()))
                .add("scalar-order-label", v -> {
                    Label<Long> n = itemsOf(v).scalarSubquery().label(v.name("n"));
                    return select(v.account.name, n).orderBy(n.desc());
                })
                .add("scalar-standalone", v -> itemsOf(v).scalarSubquery())
                .add(
                        "scalar-limit",
                        v -> select(
                                v.account.name,
                                select(v.item.sku)
                                        .where(v.item.accountId.eq(v.account.id))
                                        .orderBy(v.item.qty.desc())
                                        .limit(v.l(1))
                                        .scalarSubquery()))
                .add("scalar-arith", v -> select(itemsOf(v).scalarSubquery().plus(v.n(1))))
                .add(
                        "scalar-as-func-arg",
                        v -> select(func.coalesce(itemsOf(v).scalarSubquery(), v.l(0))
                                .label(v.name("v"))));
    }

    private static void correlations(Cases cases) {
        cases.add(
                        "scalar-uncorrelated",
                        v -> select(v.account.name)
                                .where(v.account.age.eq(
                                        select(func.max(v.account.age)).scalarSubquery())))
                .add("scalar-self-alias", v -> {
                    Account a2 = aliased(v.account, v.name("a2"));
                    return select(v.account.name)
                            .where(v.account.age.eq(select(func.max(a2.age))
                                    .where(a2.name.eq(v.account.name))
                                    .scalarSubquery()));
                })
                .add(
                        "auto-correlate-all",
                        v -> select(v.account.name)
                                .where(v.account.id.eq(select(v.account.id)
                                        .where(v.account.age.gt(v.n(1)))
                                        .scalarSubquery())));
    }

    private static void explicitCorrelations(Cases cases) {
        cases.add(
                        "correlate-explicit",
                        v -> select(
                                        v.account.name,
                                        v.item.sku,
                                        itemsOf(v)
                                                .correlate(v.account)
                                                .scalarSubquery()
                                                .label(v.name("n")))
                                .from(v.account.join(v.item)))
                .add(
                        "correlate-none",
                        v -> select(v.account.name)
                                .where(v.account.id.eq(select(v.item.accountId)
                                        .where(v.item.accountId.eq(v.account.id))
                                        .correlate()
                                        .scalarSubquery())))
                .add(
                        "correlate-except",
                        v -> select(
                                v.account.name,
                                itemsOf(v)
                                        .correlateExcept(v.item)
                                        .scalarSubquery()
                                        .label(v.name("n"))));
    }

    private static void farCorrelations(Cases cases) {
        cases.add(
                        "nested-correlate",
                        v -> select(v.account.name)
                                .where(select(v.item.id)
                                        .where(select(v.node.id)
                                                .where(v.node.id.eq(v.item.id), v.node.label.eq(v.account.name))
                                                .exists())
                                        .exists()))
                .add(
                        "in-subquery-correlated",
                        v -> select(v.account.name)
                                .where(v.account.age.in(select(v.item.qty).where(v.item.accountId.eq(v.account.id)))));
    }

    private static void existing(Cases cases) {
        cases.add("exists", v -> select(v.account.name).where(exists(v.item.accountId.eq(v.account.id))))
                .add(
                        "exists-cols",
                        v -> select(v.account.name)
                                .where(select(v.item.id)
                                        .where(v.item.accountId.eq(v.account.id))
                                        .exists()))
                .add("not-exists", v -> select(v.account.name).where(not(exists(v.item.accountId.eq(v.account.id)))))
                .add("exists-select", v -> select(exists(v.account.id.eq(v.n(5)))))
                .add(
                        "exists-select-label",
                        v -> select(select(v.account.id).exists().label(v.name("e"))));
    }

    private static void tables(Cases cases) {
        cases.add(
                        "from-subquery-named",
                        v -> select(select(v.account.id, v.account.name)
                                .subquery(v.name("s"))
                                .column(v.account.id)))
                .add(
                        "subquery-cols-clash",
                        v -> select(select(v.account.id, v.item.id).subquery(v.name("q"))))
                .add("select-subq-table-labels", v -> {
                    DerivedTable q = select(v.account.id, v.account.name).subquery(v.name("q"));
                    return select(q).labelStyle(LabelStyle.TABLE_COLUMN);
                });
    }
}
