package io.athanor.dialect.sqlite;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Compilation;
import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Result;
import io.athanor.engine.RowCursor;
import io.athanor.engine.RowInsert;
import io.athanor.engine.error.MultipleResultsFoundException;
import io.athanor.engine.error.NoResultFoundException;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Row;
import io.athanor.sql.type.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteEngineTests {
    private final Shop shop = new Shop();
    private final Engine engine = Engine.create("sqlite:///:memory:");

    @BeforeEach
    void createTables() {
        shop.metadata.createAll(engine);
        engine.transaction(c -> {
            for (String name : List.of("ed", "wendy", "mary")) {
                c.execute(insert(shop.users).set(shop.name, name).set(shop.fullname, name + " full"));
            }
        });
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void textNamesTheUrl() {
        assertThat(engine).hasToString("Engine(sqlite:///:memory:)");
        assertThat(engine.url()).isEqualTo("sqlite:///:memory:");
    }

    @Test
    void jdbcUrlIsTheSameDatabase() {
        try (Engine jdbc = Engine.create("jdbc:sqlite::memory:")) {
            shop.metadata.createAll(jdbc);
            Long count = jdbc.inTransaction(
                    c -> c.execute(select(func.count(shop.userId))).one());
            assertThat(count).isZero();
        }
    }

    @Test
    void singleColumnYieldsItsValues() {
        List<String> names = engine.inTransaction(
                c -> c.execute(select(shop.name).orderBy(shop.userId)).all());
        assertThat(names).containsExactly("ed", "wendy", "mary");
    }

    @Test
    void rowsAreReadBySelectedNameAndPosition() {
        engine.transaction(c -> {
            Row row = c.execute(select(shop.userId, shop.name).where(shop.name.eq("wendy")))
                    .one();
            assertThat(row.get(shop.userId)).isEqualTo(2);
            assertThat(row.get("name", String.class)).isEqualTo("wendy");
            assertThat(row.get(0, Integer.class)).isEqualTo(2);
            assertThat(row.asMap()).isEqualTo(Map.of("id", 2, "name", "wendy"));
        });
    }

    @Test
    void labelStandsForItsExpression() {
        engine.transaction(c -> {
            Row row = c.execute(select(shop.userId, shop.name.label("called")).where(shop.userId.eq(1)))
                    .one();
            assertThat(row.get(shop.name)).isEqualTo("ed");
            assertThat(row.get("called", String.class)).isEqualTo("ed");
        });
    }

    @Test
    void rowRefusesWhatWasNotSelected() {
        engine.transaction(c -> {
            Row row = c.execute(select(shop.userId, shop.name)).first().orElseThrow();
            assertThatThrownBy(() -> row.get(shop.fullname)).hasMessageContaining("does not select");
            assertThatThrownBy(() -> row.get("nothing", String.class)).hasMessageContaining("[nothing]");
            assertThatThrownBy(() -> row.get(7)).hasMessageContaining("[7]");
            assertThatThrownBy(() -> row.get("name", Integer.class)).hasMessageContaining("java.lang.String");
        });
    }

    @Test
    void cachedStatementServesTreesOfTheSameStructure() {
        long misses = engine.statementCache().misses();
        engine.transaction(c -> {
            for (int i = 1; i <= 3; i++) {
                assertThat(c.execute(select(shop.userId, shop.name.label("called"))
                                        .where(shop.userId.eq(i)))
                                .one()
                                .get(shop.userId))
                        .isEqualTo(i);
            }
        });
        assertThat(engine.statementCache().misses() - misses).isEqualTo(1);
        assertThat(engine.statementCache().hits()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void inListsOfAnyLengthShareOneStatement() {
        long misses = engine.statementCache().misses();
        engine.transaction(c -> {
            assertThat(c.execute(select(shop.name).where(shop.name.in("ed"))).all())
                    .hasSize(1);
            assertThat(c.execute(select(shop.name).where(shop.name.in("ed", "mary")))
                            .all())
                    .hasSize(2);
            assertThat(c.execute(select(shop.name).where(shop.name.in(List.of())))
                            .all())
                    .isEmpty();
        });
        assertThat(engine.statementCache().misses() - misses).isEqualTo(1);
    }

    @Test
    void oneRefusesNoneAndTwo() {
        engine.transaction(c -> {
            assertThatThrownBy(() -> c.execute(select(shop.name).where(shop.userId.eq(99)))
                            .one())
                    .isInstanceOf(NoResultFoundException.class)
                    .hasMessageStartingWith("No row was found when one was required");
            assertThatThrownBy(() -> c.execute(select(shop.name)).one())
                    .isInstanceOf(MultipleResultsFoundException.class)
                    .hasMessageStartingWith("Multiple rows were found when exactly one was required");
            assertThat(c.execute(select(shop.name).where(shop.userId.eq(99))).oneOrNone())
                    .isEmpty();
            assertThat(c.execute(select(shop.name).where(shop.userId.eq(99))).first())
                    .isEmpty();
            assertThat(c.execute(select(shop.name).where(shop.userId.eq(99))).scalar())
                    .isNull();
        });
    }

    @Test
    void resultsStreamMapAndPartition() {
        engine.transaction(c -> {
            try (Stream<String> names = c.execute(select(shop.name)).stream()) {
                assertThat(names.collect(Collectors.toSet())).hasSize(3);
            }
            assertThat(c.yieldPer(2)
                            .execute(select(shop.name).orderBy(shop.userId))
                            .partitions(2)
                            .toList())
                    .containsExactly(List.of("ed", "wendy"), List.of("mary"));
            assertThat(c.execute(select(shop.name)).map(String::length).unique().all())
                    .containsExactlyInAnyOrder(2, 5, 4);
            assertThat(c.execute(select(shop.userId, shop.name)).keys()).containsExactly("id", "name");
        });
    }

    @Test
    void commitClosesOpenResults() {
        try (Connection c = engine.connect()) {
            Result<String> names = c.execute(select(shop.name));
            c.commit();
            assertThatThrownBy(names::all)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("closed by [commit]");
        }
    }

    @Test
    void namedBindsAreGivenAtExecution() {
        engine.transaction(c -> {
            assertThat(c.execute(text("select name from users where id = :id"), Map.of("id", 2))
                            .one()
                            .get(0))
                    .isEqualTo("wendy");
            assertThatThrownBy(() -> c.execute(text("select name from users where id = :id")))
                    .hasMessageContaining(":id");
        });
    }

    @Test
    void textTellsItsColumns() {
        engine.transaction(c -> assertThat(c.execute(text("select id as a, name as b from users order by id"))
                        .keys())
                .containsExactly("a", "b"));
    }

    @Test
    void changesTellTheirCounts() {
        engine.transaction(c -> {
            assertThat(c.execute(update(shop.users).set(shop.fullname, "x"))).isEqualTo(3);
            assertThat(c.run(text("delete from users where id > 1"))).isEqualTo(2);
        });
    }

    @Test
    void insertsTellTheirKeysInOrder() {
        RowInsert one = engine.rowInsert(insert(shop.users).set(shop.name, "a"), List.of(shop.userId));
        List<BoundStatement> rows =
                IntStream.range(0, 1000).mapToObj(i -> one.bind("name " + i)).toList();
        engine.transaction(c -> {
            assertThat(c.insert(one, rows))
                    .extracting(key -> (Integer) key[0])
                    .isEqualTo(IntStream.range(4, 1004).boxed().toList());
            assertThat(c.execute(select(shop.name).where(shop.userId.eq(604))).one())
                    .isEqualTo("name 600");
            assertThat(c.insert(one, List.of())).isEmpty();
        });
    }

    /** Behind the greatest number SQLite draws numbers by lot. */
    @Test
    void keysThatAreDrawnByLotAreRefused() {
        MetaData meta = new MetaData();
        Table full = Table.of(
                meta,
                "full",
                table -> table.column("id", SqlTypes.BIGINT, id -> id.primaryKey())
                        .column("n", SqlTypes.INTEGER, n -> {}));
        meta.createAll(engine);
        Column<Integer> n = full.column("n", SqlTypes.INTEGER);
        RowInsert one = engine.rowInsert(insert(full).set(n, 0), full.primaryKey());
        List<BoundStatement> rows =
                IntStream.range(0, 64).mapToObj(i -> one.bind(i)).toList();
        try (Connection c = engine.connect()) {
            c.run(text("insert into \"full\" (id, n) values (9223372036854775807, -1)"));
            assertThatThrownBy(() -> c.insert(one, rows))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("set the keys before inserting");
        }
    }

    @Test
    void batchTellsItsCounts() {
        Compilation change =
                engine.compile(update(shop.users).set(shop.fullname, "x").where(shop.userId.eq(1)));
        List<BoundStatement> rows = Stream.of(1, 99, 2)
                .map(id -> change.compiled().bindAll("new " + id, id))
                .toList();
        engine.transaction(c -> {
            assertThat(c.updateBatch(change.compiled(), rows)).containsExactly(1, 0, 1);
            assertThat(c.execute(select(shop.fullname).where(shop.userId.eq(2))).one())
                    .isEqualTo("new 2");
        });
    }

    @Test
    void cursorReadsPrimitivesInPlace() {
        Compilation all = engine.compile(select(shop.userId, shop.name).orderBy(shop.userId));
        try (Connection c = engine.connect()) {
            RowCursor cursor = c.open(all.compiled(), all.bind(Map.of()));
            int sum = 0;
            while (cursor.next()) {
                sum += cursor.getInt(0);
                assertThat(cursor.wasNull()).isFalse();
                assertThat(cursor.<String>get(1)).isNotEmpty();
            }
            assertThat(sum).isEqualTo(6);
            assertThat(cursor.next()).isFalse();
            assertThatThrownBy(() -> cursor.getInt(0)).isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void checkedExceptionRollsBackAndPassesThrough() {
        assertThatThrownBy(() -> engine.transaction(c -> {
                    c.execute(insert(shop.users).set(shop.name, "lost"));
                    throw new java.io.IOException("stop");
                }))
                .isInstanceOf(java.io.IOException.class);
        Long count = engine.inTransaction(
                c -> c.execute(select(func.count(shop.userId))).one());
        assertThat(count).isEqualTo(3);
    }

    @Test
    void dropAllDropsWhatIsThere() {
        engine.transaction(c -> c.run(text("DROP TABLE addresses")));
        shop.metadata.dropAll(engine);
        engine.transaction(c -> assertThat(c.hasTable("users")).isFalse());
        shop.metadata.dropAll(engine);
        shop.metadata.createAll(engine);
        engine.transaction(c -> assertThat(c.hasTable("addresses")).isTrue());
    }
}
