package io.athanor.examples.core;

import static io.athanor.examples.core.Schema.ACCOUNT;
import static io.athanor.examples.core.Schema.ITEM;
import static io.athanor.examples.core.Schema.LABEL;
import static io.athanor.examples.core.Schema.NODE;
import static io.athanor.examples.core.Schema.NODE_ID;
import static io.athanor.examples.core.Schema.PARENT_ID;
import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.examples.Checks;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.tree.Insert;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts, updates and deletes. */
final class Changes {
    private static final int ED_AGE = 20;
    private static final int GUS = 90;

    private final Connection connection;
    private final Checks checks;

    Changes(Connection connection, Checks checks) {
        this.connection = connection;
        this.checks = checks;
    }

    void run(List<Person> people) {
        insertRows(people);
        upsert();
        updateAndDelete();
    }

    private void insertRows(List<Person> people) {
        List<Integer> keys = connection
                .execute(insert(ACCOUNT)
                        .rows(
                                people,
                                (row, p) -> row.set(ACCOUNT.name, p.name()).set(ACCOUNT.age, p.age()))
                        .returning(ACCOUNT.id))
                .all();
        checks.show("keys", keys, List.of(1, 2, 3));
        long one = connection.execute(insert(ACCOUNT)
                .set(ACCOUNT.name, "ed")
                .set(ACCOUNT.age, ED_AGE)
                .set(ACCOUNT.created, func.now())
                .setNull(ACCOUNT.fullName));
        checks.show("inserted", one, 1L);
        node(1, null, "root");
        node(2, 1, "left");
        node(3, 1, "right");
        node(4, 2, "leaf");
        long selected = connection.execute(
                insert(ACCOUNT).columns(ACCOUNT.name).from(select(LABEL).where(NODE_ID.gt(3))));
        checks.show("inserted by a select", selected, 1L);
        item(1, 1, 2, "5.00");
        item(2, 1, 1, "3.50");
        item(3, 2, 1, "9.00");
    }

    private void node(int id, @Nullable Integer parent, String label) {
        connection.execute(insert(NODE).set(NODE_ID, id).set(PARENT_ID, parent).set(LABEL, label));
    }

    private void item(int id, int account, int quantity, String price) {
        connection.execute(insert(ITEM)
                .set(ITEM.id, id)
                .set(ITEM.accountId, account)
                .set(ITEM.qty, quantity)
                .set(ITEM.price, new BigDecimal(price)));
    }

    private void upsert() {
        connection.execute(insert(ACCOUNT)
                .set(ACCOUNT.name, "ed")
                .set(ACCOUNT.age, 3)
                .onConflict(ACCOUNT.name)
                .doUpdate(ACCOUNT.age));
        checks.show("Ed's age, taken from the row", ageOf("ed"), 3);
        upsertWhere();
        connection.execute(insert(ACCOUNT).set(ACCOUNT.name, "ed").onConflict().doNothing());
        checks.show("Ed's age, left", ageOf("ed"), 4);
    }

    private Integer ageOf(String name) {
        return connection
                .execute(select(ACCOUNT.age).where(ACCOUNT.name.eq(name)))
                .one();
    }

    private void updateAndDelete() {
        long balanced = connection.execute(update(ACCOUNT)
                .set(ACCOUNT.balance, ITEM.price.times(2))
                .from(ITEM)
                .where(ITEM.accountId.eq(ACCOUNT.id), ITEM.id.eq(2)));
        checks.show("updated from items", balanced, 1L);
        connection.execute(update(ACCOUNT)
                .setNull(ACCOUNT.fullName)
                .set(
                        ACCOUNT.age,
                        select(func.max(ITEM.qty))
                                .where(ITEM.accountId.eq(ACCOUNT.id))
                                .scalarSubquery())
                .where(ACCOUNT.name.eq("ann")));
        checks.show("Ann's age by a subquery", ageOf("ann"), 2);
        long made = connection.execute(insert(ACCOUNT).set(ACCOUNT.name, "gus").set(ACCOUNT.id, GUS));
        checks.show("inserted with a key", made, 1L);
        item(4, GUS, 0, "1.00");
        List<String> gone = connection
                .execute(delete(ACCOUNT)
                        .using(ITEM)
                        .where(ITEM.accountId.eq(ACCOUNT.id), ITEM.qty.eq(0))
                        .returning(ACCOUNT.name))
                .all();
        checks.show("deleted by items", gone, List.of("gus"));
        List<String> leaves = connection
                .execute(delete(ACCOUNT).where(ACCOUNT.name.eq("leaf")).returning(ACCOUNT.name))
                .all();
        checks.show("deleted", leaves, List.of("leaf"));
    }

    /** Count up, but only where the row that is there is active; not every database takes a condition. */
    private void upsertWhere() {
        Insert upsert = insert(ACCOUNT)
                .set(ACCOUNT.name, "ed")
                .set(ACCOUNT.fullName, "Ed Jones")
                .onConflict(ACCOUNT.name)
                .doUpdate(
                        u -> u.set(ACCOUNT.age, ACCOUNT.age.plus(1))
                                .set(ACCOUNT.fullName, u.excluded(ACCOUNT.fullName)),
                        ACCOUNT.active);
        if (checks.has(Capability.CONDITIONAL_UPSERT)) {
            connection.execute(upsert);
            checks.show("Ed's age, counted up", ageOf("ed"), 4);
        } else {
            checks.refused("an upsert with a condition", CompileException.class, () -> connection.execute(upsert));
            connection.execute(update(ACCOUNT)
                    .set(ACCOUNT.age, ACCOUNT.age.plus(1))
                    .set(ACCOUNT.fullName, "Ed Jones")
                    .where(ACCOUNT.name.eq("ed")));
        }
    }
}
