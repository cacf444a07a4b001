package io.athanor.tests.suite;

import static io.athanor.sql.Sql.insert;

import io.athanor.engine.Engine;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.type.SqlTypes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The tables of the suites that change rows without an entity. */
final class ChangeTables {
    final MetaData meta = new MetaData();
    final AtomicInteger made = new AtomicInteger();
    final Account account = Table.typed(meta, "account", source -> new Account(source, made));
    final Item item = Table.typed(meta, "item", Item::new);

    ChangeTables(Engine engine) {
        meta.createAll(engine);
    }

    /** Insert accounts ed, wendy and mary, of ages 10, 20 and 30, with keys 1, 2 and 3. */
    void fill(Engine engine) {
        engine.transaction(connection -> connection.execute(insert(account)
                .rows(
                        List.of("ed", "wendy", "mary"),
                        (row, name) -> row.set(account.name, name)
                                .set(
                                        account.age,
                                        10 * (1 + List.of("ed", "wendy", "mary").indexOf(name))))));
    }

    static final class Account extends TypedTable {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<String> name =
                column("name", SqlTypes.string(50), c -> c.notNull().unique());
        final Column<Integer> age = column("age", SqlTypes.INTEGER, c -> {});
        final Column<Boolean> active = column("active", SqlTypes.BOOLEAN, c -> c.defaultValue(true));
        final Column<Integer> number;
        final Column<Integer> changes;

        Account(TableSource source, AtomicInteger made) {
            super(source);
            number = column("number", SqlTypes.INTEGER, c -> c.defaultSupplier(made::incrementAndGet));
            changes = column("changes", SqlTypes.INTEGER, c -> c.onUpdate(made::incrementAndGet));
        }
    }

    static final class Item extends TypedTable {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<Integer> accountId = column("account_id", SqlTypes.INTEGER, c -> c.references("account.id"));
        final Column<String> sku = column("sku", SqlTypes.string(20), c -> {});
        final Column<Integer> qty = column("qty", SqlTypes.INTEGER, c -> {});

        Item(TableSource source) {
            super(source);
        }
    }
}
