package io.athanor.tests.cases;

import io.athanor.engine.Compilation;
import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.Sql;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.NamedTable;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import io.athanor.sql.type.Json;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.NormalRows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database with the tables of the cases and a few rows, on which a case runs and leaves nothing behind. */
final class CaseDatabase implements AutoCloseable {
    private static final LocalDateTime DAY = LocalDateTime.of(2024, 2, 29, 12, 30);

    /** The keys that the rows of each table are numbered on with. */
    private static final Map<String, Integer> NEXT_KEYS = Map.of("account", 8, "item", 8, "node", 14, "doc", 3);

    /** What some cases use beside the tables. */
    private static final Map<Database, List<String>> FURTHER = Map.of(
            Database.H2,
            List.of("CREATE SEQUENCE s1", "CREATE SEQUENCE td_seq"),
            Database.POSTGRESQL,
            List.of("CREATE SEQUENCE s1", "CREATE SEQUENCE td_seq", "CREATE EXTENSION hstore"),
            Database.MARIADB,
            List.of("CREATE SEQUENCE s1", "CREATE SEQUENCE td_seq", "CREATE FULLTEXT INDEX words ON account (name)"));

    private final Database database;
    private final Engine engine;
    private final CaseDialect dialect;

    CaseDatabase(Database database) {
        this.database = database;
        engine = Engine.create(database.url());
        dialect = CaseDialect.of(engine.dialect());
        Vocabulary v = new Vocabulary(Renaming.none());
        engine.createAll(v.meta);
        engine.transaction(
                connection -> FURTHER.getOrDefault(database, List.of()).forEach(sql -> connection.run(Sql.text(sql))));
        engine.transaction(connection -> {
            fill(connection, v);
            fillMore(connection, v);
        });
    }

    CaseDialect dialect() {
        return dialect;
    }

    /**
     * What a database is told before each case. The records were made without a look at foreign keys, and a key that was
     * generated for a row that was rolled back is generated again by SQLite only.
     */
    private List<String> before(Object built) {
        List<String> before = new ArrayList<>();
        before.add(
                switch (database) {
                    case SQLITE -> "PRAGMA defer_foreign_keys = ON";
                    case H2 -> "SET REFERENTIAL_INTEGRITY FALSE";
                    case POSTGRESQL -> "SET LOCAL session_replication_role = 'replica'";
                    case MARIADB -> "SET foreign_key_checks = 0";
                });
        boolean isQuery = built instanceof SelectStatement<?> || built instanceof Expression<?>;
        if (database != Database.SQLITE && !isQuery) {
            NEXT_KEYS.forEach((table, next) -> before.add(database.numberOn(table, next)));
        }
        return before;
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

    /**
     * The rows of a query, or of one that selects an expression, sorted and in normal form; empty for a change of rows. What the
     * case changes is rolled back.
     */
    List<String> run(Function<Vocabulary, Object> expression) {
        Vocabulary v = new Vocabulary(Renaming.none());
        Object built = expression.apply(v);
        try (Connection connection = engine.connect()) {
            before(built).forEach(sql -> connection.run(Sql.text(sql)));
            if (built instanceof Cases.Ddl written) {
                return rows(connection, Sql.text(asQuery(written.write(dialect))));
            }
            List<Table> own = ownTables((SqlNode) built, v.meta);
            try {
                create(connection, own);
                return run(connection, built);
            } finally {
                connection.rollback();
                if (!has(Capability.TRANSACTIONAL_DDL)) {
                    drop(connection, own);
                }
            }
        }
    }

    /** A condition with literals, of no tree any more, as a query. */
    private static String asQuery(String sql) {
        if (sql.stripLeading().startsWith("SELECT")) {
            return sql;
        }
        Matcher table = Pattern.compile("(\\w+)\\.").matcher(sql);
        return "SELECT (" + sql + ")" + (table.find() ? " FROM " + table.group(1) : "");
    }

    private void create(Connection connection, List<Table> tables) {
        for (Table table : tables) {
            if (has(Capability.SCHEMAS) && table.schema() != null) {
                connection.ddl(ddl -> ddl.createSchema(table.schema(), DdlOption.IF_NOT_EXISTS));
            }
            connection.ddl(ddl -> ddl.createTable(table));
        }
    }

    private void drop(Connection connection, List<Table> tables) {
        List<Table> reversed = new ArrayList<>(tables);
        Collections.reverse(reversed);
        for (Table table : reversed) {
            connection.ddl(ddl -> ddl.dropTable(table, DdlOption.IF_EXISTS));
            if (has(Capability.SCHEMAS) && table.schema() != null) {
                connection.ddl(ddl -> ddl.dropSchema(table.schema(), DdlOption.IF_EXISTS));
            }
        }
    }

    private boolean has(Capability capability) {
        return engine.dialect().capabilities().has(capability);
    }

    private List<String> run(Connection connection, Object built) {
        if (built instanceof RowStatement<?> query) {
            return rows(connection, query);
        } else if (built instanceof Expression<?> expression) {
            return rows(connection, Sql.select(expression));
        }
        Compilation compilation = engine.compile((Statement) built);
        connection.update(compilation.bind(unset(compilation)));
        return List.of();
    }

    /** Tables of the case alone, which must be there before it. */
    private static List<Table> ownTables(SqlNode node, MetaData shared) {
        Set<Table> own = new LinkedHashSet<>();
        collect(node, own);
        own.removeAll(shared.tables());
        return List.copyOf(own);
    }

    private static void collect(SqlNode node, Set<Table> found) {
        if (node instanceof Table table) {
            NamedTable real = table.aliased() == null ? table : table.aliased();
            found.add((Table) real);
        } else if (node instanceof NamedColumn<?> column) {
            collect(column.table(), found);
        } else {
            node.children().forEach(child -> collect(child, found));
        }
    }

    private static List<String> rows(Connection connection, RowStatement<?> query) {
        return NormalRows.sorted(connection.execute(query).all());
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
