package io.athanor.tests.cases;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.TableSample;
import io.athanor.sql.tree.Values;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.cases.Vocabulary.Account;
import io.athanor.tests.cases.Vocabulary.Node;

/** The family {@code joins}. */
final class JoinCases {
    private JoinCases() {}

    static Cases all() {
        Cases cases = new Cases("joins");
        kinds(cases);
        aliases(cases);
        subqueries(cases);
        refused(cases);
        others(cases);
        return cases;
    }

    private static void kinds(Cases cases) {
        cases.add("join-fk", v -> select(v.account.id, v.item.sku).from(v.account.join(v.item)))
                .add("outer", v -> select(v.account.id).from(v.account.leftJoin(v.item)))
                .add("outerjoin-method", v -> select(v.account.id).outerJoin(v.item))
                .add("full", v -> select(v.account.id).from(v.account.fullJoin(v.item)))
                .add("three-way", v -> select(v.account.id).join(v.item).join(v.node, v.node.id.eq(v.item.qty)))
                .add("cross", v -> select(v.account.id).join(v.item, BooleanConstant.TRUE))
                .add(
                        "join-where-order",
                        v -> select(v.account.id, v.item.sku)
                                .from(v.account.join(v.item))
                                .where(v.item.qty.gt(v.n(1)))
                                .orderBy(v.account.id)
                                .limit(v.l(3)))
                .add("join-left-explicit", v -> select(v.item.id).from(v.item).join(v.account))
                .add("composite-fk", v -> {
                    MetaData meta = new MetaData();
                    Table p = Table.of(
                            meta,
                            v.name("p"),
                            t -> t.column(v.name("a"), SqlTypes.INTEGER)
                                    .column(v.name("b"), SqlTypes.INTEGER)
                                    .primaryKey(v.name("a"), v.name("b")));
                    Table c = Table.of(
                            meta,
                            v.name("c"),
                            t -> t.column(v.name("pa"), SqlTypes.INTEGER)
                                    .column(v.name("pb"), SqlTypes.INTEGER)
                                    .foreignKey(
                                            new String[] {v.name("pa"), v.name("pb")},
                                            v.name("p") + "." + v.name("a"),
                                            v.name("p") + "." + v.name("b")));
                    return select(p.column(v.name("a"))).join(c);
                });
    }

    private static void aliases(Cases cases) {
        cases.add("self-alias", v -> {
                    Node n1 = aliased(v.node, v.name("n1"));
                    Node n2 = aliased(v.node, v.name("n2"));
                    return select(n1.label, n2.label).from(n1.join(n2, n1.id.eq(n2.parentId)));
                })
                .add("self-alias-fk", v -> {
                    Node n1 = aliased(v.node, v.name("n1"));
                    Node n2 = aliased(v.node, v.name("n2"));
                    return select(n1.id).from(n2.join(n1));
                })
                .add("alias-named", v -> {
                    Account a1 = aliased(v.account, v.name("a1"));
                    return select(a1.id).where(a1.name.eq(v.s("x")));
                })
                .add("alias-anon", v -> select(aliased(v.account).id));
    }

    private static void subqueries(Cases cases) {
        cases.add("join-subquery", v -> {
                    Label<Long> n = func.count().label(v.name("n"));
                    DerivedTable counts = select(v.item.accountId, n)
                            .groupBy(v.item.accountId)
                            .subquery();
                    return select(v.account.name, counts.column(n))
                            .join(counts, counts.column(v.item.accountId).eq(v.account.id));
                })
                .add(
                        "join-subquery-fk",
                        v -> select(v.account.name)
                                .join(select(v.item.accountId, v.item.sku).subquery(v.name("s"))))
                .add("lateral", v -> {
                    DerivedTable l = select(v.item.sku)
                            .where(v.item.accountId.eq(v.account.id))
                            .limit(v.l(2))
                            .lateral(v.name("l"));
                    return select(v.account.name, l.column(v.item.sku)).join(l, BooleanConstant.TRUE);
                })
                .add(
                        "alias-of-join-subq",
                        v -> select(select(SelectCases.columnsOf(v.account, v.item))
                                .from(v.account.join(v.item))
                                .labelStyle(LabelStyle.TABLE_COLUMN)
                                .subquery(v.name("j"))));
    }

    private static void refused(Cases cases) {
        cases.add("no-fk", v -> select(v.node.id).join(v.account)).add("ambiguous", v -> {
            MetaData meta = new MetaData();
            Table t2 = Table.of(meta, v.name("t2"), t -> t.column(v.name("id"), SqlTypes.INTEGER, c -> c.primaryKey()));
            String id = v.name("t2") + "." + v.name("id");
            Table t1 = Table.of(
                    meta,
                    v.name("t1"),
                    t -> t.column(v.name("a"), SqlTypes.INTEGER, c -> c.references(id))
                            .column(v.name("b"), SqlTypes.INTEGER, c -> c.references(id)));
            return select(t1.column(v.name("a"))).join(t2);
        });
    }

    private static void others(Cases cases) {
        cases.add("tablesample", v -> {
                    TableSample sample = TableSample.of(
                                    v.account, func.call("bernoulli", SqlTypes.INTEGER, value(v.n(10))))
                            .as(v.name("ts"));
                    return select(sample.column(v.account.id));
                })
                .add(
                        "values-from",
                        v -> select(Values.of(
                                v.name("v"),
                                rows -> rows.column(v.name("x"), SqlTypes.INTEGER)
                                        .column(v.name("y"), SqlTypes.STRING)
                                        .row(v.n(1), v.s("a"))
                                        .row(v.n(2), v.s("b")))))
                .add("values-join", v -> {
                    Values rows = Values.of(
                            v.name("v"),
                            r -> r.column(v.name("x"), SqlTypes.INTEGER)
                                    .column(v.name("y"), SqlTypes.STRING)
                                    .row(v.n(1), v.s("a")));
                    return select(v.account.name, rows.column(v.name("y"), SqlTypes.STRING))
                            .join(rows, v.account.id.eq(rows.column(v.name("x"), SqlTypes.INTEGER)));
                })
                .add(
                        "values-literal",
                        v -> select(Values.of(
                                        "v",
                                        rows -> rows.column("x", SqlTypes.INTEGER)
                                                .column("y", SqlTypes.STRING)
                                                .row(1, "a'b"))
                                .literals()));
    }
}
