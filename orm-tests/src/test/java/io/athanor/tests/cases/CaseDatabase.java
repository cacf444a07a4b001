package io.athanor.tests.cases;

import io.athanor.engine.Compilation;
import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.sql.Sql;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.type.Json;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.NormalRows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A database with the tables of the cases and a few rows, on which a case runs and leaves nothing behind. */
final class CaseDatabase implements AutoCloseable {
    private static final LocalDateTime DAY = LocalDateTime.of(2024, 2, 29, 12, 30);

    /**
     * What a database is told before each case. The records were made without a look at foreign keys, and a key that was
     * generated for a row that was rolled back is generated again by SQLite only.
     */
    private static final Map<Database, List<String>> BEFORE = Map.of(
            Database.SQLITE,
            List.of("PRAGMA defer_foreign_keys = ON"),
            Database.H2,
            List.of(
                    "SET REFERENTIAL_INTEGRITY FALSE",
                    "ALTER TABLE account ALTER COLUMN id RESTART WITH 8",
                    "ALTER TABLE item ALTER COLUMN id RESTART WITH 8",
                    "ALTER TABLE node ALTER COLUMN id RESTART WITH 14",
                    "ALTER TABLE doc ALTER COLUMN id RESTART WITH 3"));

    private final Database database;
    private final Engine engine;
    private final CaseDialect dialect;

    CaseDatabase(Database database) {
        this.database = database;
        engine = Engine.create(database.url());
        dialect = new CaseDialect(
                database.dialect(),
                () -> engine.dialect().compiler(CompileRules.NONE),
                engine.dialect().ddl(CompileRules.NONE));
        Vocabulary v = new Vocabulary(Renaming.none());
        engine.createAll(v.meta);
        engine.transaction(connection -> {
            fill(connection, v);
            fillMore(connection, v);
        });
    }

    CaseDialect dialect() {
        return dialect;
    }

    private static void fill(Connection connection, Vocabulary v) {
        connection.execute(Sql.insert(v.account)
                .rows(
                        List.of(4, 5, 6, 7),
                        (row, id) -> row.set(v.account.id, id)
                                .set(
                                        v.account.name,
                                        List.of("a", "x", "x", "It's").get(id - 4))
                                .set(v.account.fullName, id == 7 ? null : "n" + id)
                                .set(v.account.age, id == 6 ? null : id * 2 - 6)
                                .set(v.account.balance, id == 5 ? null : BigDecimal.valueOf(id * 25L, 1))
                                .set(v.account.active, id == 7 ? null : id != 5)
                                .set(v.account.created, DAY.plusDays(id))));
        connection.execute(Sql.insert(v.item)
                .rows(
                        List.of(3, 4, 5, 6, 7),
                        (row, id) -> row.set(v.item.id, id)
                                .set(v.item.accountId, id == 3 ? null : Math.min(id, 6))
                                .set(v.item.sku, id == 5 ? null : "s" + id)
                                .set(v.item.qty, id == 7 ? null : id * 3 - 9)
                                .set(v.item.price, BigDecimal.valueOf(id * 125L, 2))));
    }

    private static void fillMore(Connection connection, Vocabulary v) {
        connection.execute(Sql.insert(v.node)
                .rows(
                        List.of(1, 2, 12, 13),
                        (row, id) -> row.set(v.node.id, id)
                                .set(v.node.parentId, id == 1 ? null : Math.min(id - 1, 2))
                                .set(v.node.label, id == 13 ? null : "x")));
        connection.execute(Sql.insert(v.doc)
                .rows(
                        List.of(1, 2),
                        (row, id) -> row.set(v.doc.id, id)
                                .set(v.doc.data, Json.of(Map.of("a", id)))
                                .set(v.doc.blob, new byte[] {id.byteValue()})
                                .set(v.doc.title, "t" + id)));
        connection.execute(Sql.insert(v.event)
                .rows(
                        List.of(1, 2),
                        (row, id) -> row.set(v.event.id, id)
                                .set(v.event.ts, DAY.plusHours(id))
                                .set(v.event.day, LocalDate.from(DAY).plusDays(id))
                                .set(v.event.dur, Duration.ofMinutes(id))));
    }

    /** The rows of a query, sorted and in normal form; empty for a change of rows. What the case changes is rolled back. */
    List<String> run(Function<Vocabulary, Object> expression) {
        Vocabulary v = new Vocabulary(Renaming.none());
        Object built = expression.apply(v);
        try (Connection connection = engine.connect()) {
            BEFORE.get(database).forEach(sql -> connection.run(Sql.text(sql)));
            if (built instanceof Cases.Ddl written) {
                return rows(connection, Sql.text(written.write(dialect)));
            } else if (built instanceof RowStatement<?> query) {
                return rows(connection, query);
            }
            Compilation compilation = engine.compile((Statement) built);
            connection.update(compilation.bind(unset(compilation)));
            connection.rollback();
            return List.of();
        }
    }

    private static List<String> rows(Connection connection, RowStatement<?> query) {
        List<String> rows = NormalRows.sorted(connection.execute(query).all());
        connection.rollback();
        return rows;
    }

    /** A number or a text for each bind that has no value. */
    private static Map<String, Object> unset(Compilation compilation) {
        Map<String, Object> values = new HashMap<>();
        for (SqlNode node : compilation.key().binds()) {
            if (node instanceof Bind<?> bind && bind.isNamed()) {
                values.put(bind.name(), bind.type().javaType() == Integer.class ? (Object) 9 : "y");
            }
        }
        return values;
    }

    @Override
    public void close() {
        engine.close();
    }
}
