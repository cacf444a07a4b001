package io.athanor.tests.cases;

import static io.athanor.sql.Sql.aliased;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.value;

import io.athanor.sql.tree.Cte;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Label;
import io.athanor.tests.cases.Vocabulary.Account;
import io.athanor.tests.cases.Vocabulary.Item;
import java.math.BigDecimal;
import java.util.List;

/** Further variations of the families about changes, raw SQL and quoting. */
final class FurtherChanges {
    private FurtherChanges() {}

    static List<Cases> all() {
        return List.of(inserts(), upserts(), updates(), moreUpdates(), updatesFromOthers(), deletes(), values());
    }

    private static Cases inserts() {
        return new Cases("insert")
                .add(
                        "w-from-union",
                        v -> insert(v.node)
                                .columns(v.node.id, v.node.label)
                                .from(select(v.account.id, v.account.name).unionAll(select(v.item.id, v.item.sku))))
                .add(
                        "w-returning-two",
                        v -> insert(v.account)
                                .set(v.account.name, v.s("x"))
                                .returning(v.account.id, v.account.name.label(v.name("nm"))))
                .add(
                        "w-multi-returning",
                        v -> insert(v.node)
                                .rows(
                                        List.of(1, 2),
                                        (row, n) ->
                                                row.set(v.node.id, v.n(n)).set(v.node.label, v.s(n == 1 ? "a" : "b")))
                                .returning(v.node.id))
                .add(
                        "w-scalar-in-multi",
                        v -> insert(v.node)
                                .rows(
                                        List.of(v.n(1)),
                                        (row, n) -> row.set(v.node.id, n)
                                                .set(
                                                        v.node.label,
                                                        select(func.max(v.account.name))
                                                                .scalarSubquery()))
                                .rows(
                                        List.of(v.n(2)),
                                        (row, n) -> row.set(v.node.id, n).set(v.node.label, v.s("b"))));
    }

    private static Insert keyed(Vocabulary v) {
        return insert(v.account).set(v.account.id, v.n(1)).set(v.account.name, v.s("a"));
    }

    private static Insert olderOnly(Vocabulary v) {
        return keyed(v).onConflict(v.account.id)
                .doUpdate(
                        set -> set.set(v.account.name, set.excluded(v.account.name))
                                .set(v.account.age, v.account.age.plus(v.n(1))),
                        v.account.age.gt(v.n(3)));
    }

    private static Cases upserts() {
        return new Cases("insert")
                .add("w-pg-upsert-where", FurtherChanges::olderOnly)
                .add("w-sl-upsert-where", FurtherChanges::olderOnly)
                .add(
                        "w-pg-nothing-two",
                        v -> keyed(v).onConflict(v.account.id, v.account.name).doNothing())
                .add(
                        "w-my-upsert-expr",
                        v -> keyed(v).onConflict()
                                .doUpdate(set -> set.set(v.account.name, set.excluded(v.account.name))
                                        .set(v.account.age, v.account.age.plus(v.n(1)))));
    }

    private static Cases updates() {
        return new Cases("update-delete")
                .add(
                        "w-update-self-arith",
                        v -> update(v.account)
                                .set(v.account.age, v.account.age.times(v.n(2)).minus(v.n(1)))
                                .where(v.account.age.between(v.n(1), v.n(3))))
                .add(
                        "w-update-null",
                        v -> update(v.account)
                                .setNull(v.account.name)
                                .setNull(v.account.age)
                                .where(v.account.id.eq(v.n(1))))
                .add(
                        "w-update-returning",
                        v -> update(v.account)
                                .set(v.account.age, v.n(5))
                                .where(v.account.id.eq(v.n(1)))
                                .returning(v.account.id, v.account.age))
                .add(
                        "w-update-tuple-in",
                        v -> update(v.account)
                                .set(v.account.age, v.n(5))
                                .where(tuple(v.account.id, v.account.name).inRows(List.of(List.of(v.n(1), v.s("a"))))));
    }

    private static Cases moreUpdates() {
        return new Cases("update-delete")
                .add(
                        "w-update-exists",
                        v -> update(v.account)
                                .set(v.account.active, false)
                                .where(not(exists(v.item.accountId.eq(v.account.id)))))
                .add(
                        "w-update-self-subq",
                        v -> update(v.account)
                                .set(v.account.age, v.n(5))
                                .where(v.account.id.in(select(aliased(v.account, v.name("b")).id))))
                .add("w-update-cte", v -> {
                    Cte c = select(v.item.qty).cte(v.name("c"));
                    return update(v.account)
                            .set(
                                    v.account.age,
                                    select(func.max(c.column(v.item.qty))).scalarSubquery());
                });
    }

    private static Cases updatesFromOthers() {
        return new Cases("update-delete")
                .add("w-update-from-alias", v -> {
                    Item x = aliased(v.item, v.name("x"));
                    return update(v.account).set(v.account.name, x.sku).where(v.account.id.eq(x.accountId));
                })
                .add("w-update-from-subq", v -> {
                    Label<Integer> n = func.max(v.item.qty).label(v.name("n"));
                    DerivedTable s = select(v.item.accountId, n)
                            .groupBy(v.item.accountId)
                            .subquery(v.name("s"));
                    return update(v.account)
                            .set(v.account.age, s.column(n))
                            .where(v.account.id.eq(s.column(v.item.accountId)));
                });
    }

    private static Cases deletes() {
        return new Cases("update-delete")
                .add("w-delete-exists", v -> delete(v.account).where(exists(v.item.accountId.eq(v.account.id))))
                .add(
                        "w-delete-returning",
                        v -> delete(v.account).where(v.account.age.gt(v.n(3))).returning(v.account.id))
                .add(
                        "w-delete-using-two",
                        v -> delete(v.account)
                                .where(v.account.id.eq(v.item.accountId))
                                .where(v.item.qty.eq(v.node.id)))
                .add("w-delete-self-alias", v -> {
                    Account x = aliased(v.account, v.name("x"));
                    return delete(v.account).where(v.account.name.eq(x.name)).where(v.account.id.gt(x.id));
                })
                .add("w-delete-cte", v -> {
                    Cte c = select(v.item.accountId)
                            .where(v.item.qty.gt(v.n(3)))
                            .cte(v.name("c"));
                    return delete(v.account).where(v.account.id.in(select(c.column(v.item.accountId))));
                });
    }

    private static Cases values() {
        return new Cases("text-binds")
                .add(
                        "w-text-select-from",
                        v -> select(v.account.id)
                                .from(v.account)
                                .where(text(v.sql("account.age > :x AND account.name = :y"))
                                        .bind("x", v.n(3))
                                        .bind("y", v.s("z"))))
                .add("w-literal-label", v -> select(value(v.s("x")).label(v.name("k")), v.account.id))
                .add("w-decimal-literal", v -> v.item.price.ge(new BigDecimal("9.5")));
    }
}
