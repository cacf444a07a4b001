package io.athanor.tests.cases;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;

import io.athanor.sql.Sql;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.Update;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlTypes;
import java.util.Map;

/** The family {@code update-delete}. */
final class UpdateDeleteCases {
    private UpdateDeleteCases() {}

    static Cases all() {
        Cases cases = new Cases("update-delete");
        updates(cases);
        subqueries(cases);
        updatesOfSeveral(cases);
        deletes(cases);
        deletesOfSeveral(cases);
        return cases;
    }

    private static Update renamed(Vocabulary v) {
        return update(v.account).set(v.account.name, v.s("x"));
    }

    private static void updates(Cases cases) {
        cases.add("simple", v -> renamed(v).where(v.account.id.eq(v.n(5))))
                .add("no-where", v -> update(v.account).set(v.account.active, false))
                .add(
                        "no-values",
                        v -> update(v.node)
                                .set(v.node.id, Sql.bind(v.name("id"), SqlTypes.INTEGER))
                                .set(v.node.parentId, Sql.bind(v.name("parent_id"), SqlTypes.INTEGER))
                                .set(v.node.label, Sql.bind(v.name("label"), SqlTypes.STRING)))
                .add("expr", v -> update(v.account).set(v.account.age, v.account.age.plus(v.n(1))))
                .add(
                        "order-of-set",
                        v -> update(v.account).set(v.account.age, v.n(1)).set(v.account.name, v.s("b")))
                .add(
                        "param-order",
                        v -> update(v.account)
                                .where(v.account.name.eq(v.s("w")))
                                .set(v.account.name, v.s("s")))
                .add(
                        "same-name-bind",
                        v -> update(v.account).set(v.account.name, v.s("new")).where(v.account.name.eq(v.s("old"))))
                .add("null", v -> update(v.account).setNull(v.account.name))
                .add("prefix", v -> renamed(v).hint(Hint.keywords("OR IGNORE")))
                .add("json-set", v -> update(v.doc).set(v.doc.data, Json.of(Map.of("a", 1))))
                .add("update-alias", v -> {
                    Vocabulary.Account a1 = aliased(v.account, v.name("a1"));
                    return update(a1).set(a1.name, v.s("x")).where(a1.id.eq(v.n(1)));
                })
                .add("onupdate", v -> {
                    Table tu = Table.of(
                            new MetaData(),
                            v.name("tu"),
                            t -> t.column(v.name("id"), SqlTypes.INTEGER, c -> c.primaryKey())
                                    .column(v.name("v"), SqlTypes.string(5))
                                    .column(v.name("upd"), SqlTypes.INTEGER, c -> c.onUpdate(() -> 9)));
                    return update(tu)
                            .set(tu.column(v.name("v"), SqlTypes.STRING), v.s("x"))
                            .where(isOne(v, "id"));
                });
    }

    /** A condition on a column by its name alone, with a literal. */
    private static Expression<Boolean> isOne(Vocabulary v, String name) {
        return column(v.name(name), SqlTypes.INTEGER).eq(inline(1, SqlTypes.INTEGER));
    }

    private static void subqueries(Cases cases) {
        cases.add(
                        "correlated",
                        v -> update(v.account)
                                .set(
                                        v.account.fullName,
                                        select(v.item.sku)
                                                .where(v.item.accountId.eq(v.account.id))
                                                .limit(v.l(1))
                                                .scalarSubquery()))
                .add(
                        "correlated-where",
                        v -> update(v.account)
                                .set(v.account.age, v.n(0))
                                .where(exists(v.item.accountId.eq(v.account.id))));
    }

    private static void updatesOfSeveral(Cases cases) {
        cases.add(
                        "from",
                        v -> update(v.account)
                                .set(v.account.name, v.item.sku)
                                .where(v.account.id.eq(v.item.accountId), v.item.qty.gt(v.n(5))))
                .add("from-alias", v -> {
                    Vocabulary.Account a2 = aliased(v.account, v.name("a2"));
                    return update(v.account).set(v.account.name, a2.name).where(v.account.id.eq(a2.age));
                })
                .add(
                        "multi-table-set",
                        v -> update(v.account)
                                .set(v.account.name, v.s("x"))
                                .set(v.item.qty, v.n(3))
                                .where(v.account.id.eq(v.item.accountId)))
                .add("from-subquery", v -> {
                    var sum = func.sum(v.item.qty).label(v.name("q"));
                    DerivedTable s = select(v.item.accountId, sum)
                            .groupBy(v.item.accountId)
                            .subquery(v.name("s"));
                    return update(v.account)
                            .set(v.account.age, s.column(v.name("q"), SqlTypes.INTEGER))
                            .where(v.account.id.eq(s.column(v.item.accountId)));
                })
                .add(
                        "from-join",
                        v -> update(v.account)
                                .set(v.account.name, v.node.label)
                                .where(v.account.id.eq(v.item.accountId), v.node.id.eq(v.item.id)));
    }

    private static void deletes(Cases cases) {
        cases.add("delete", v -> delete(v.account).where(v.account.id.eq(v.n(5))))
                .add("delete-all", v -> delete(v.account))
                .add(
                        "delete-two-where",
                        v -> delete(v.account).where(v.account.id.eq(v.n(5))).where(v.account.name.eq(v.s("x"))))
                .add("delete-in", v -> delete(v.account).where(v.account.id.in(select(v.item.accountId))))
                .add("delete-exists", v -> delete(v.account).where(not(exists(v.item.accountId.eq(v.account.id)))))
                .add("delete-alias", v -> {
                    Vocabulary.Account a1 = aliased(v.account, v.name("a1"));
                    return delete(a1).where(a1.id.eq(v.n(1)));
                })
                .add("delete-limit", v -> delete(v.account).limit(3))
                .add(
                        "delete-schema",
                        v -> delete(Table.of(
                                        new MetaData(),
                                        v.name("t"),
                                        t -> t.schema(v.name("s")).column(v.name("x"), SqlTypes.INTEGER)))
                                .where(isOne(v, "x")));
    }

    private static void deletesOfSeveral(Cases cases) {
        cases.add(
                        "delete-using",
                        v -> delete(v.account).where(v.account.id.eq(v.item.accountId), v.item.qty.eq(v.n(0))))
                .add("delete-using-alias", v -> {
                    Vocabulary.Account a2 = aliased(v.account, v.name("a2"));
                    return delete(v.account).where(v.account.name.eq(a2.name), v.account.id.gt(a2.id));
                })
                .add(
                        "delete-using-explicit",
                        v -> delete(v.account).using(v.account.leftJoin(v.item)).where(v.item.id.isNull()));
    }
}
