package io.athanor.dialect.h2;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.RowInsert;
import io.athanor.engine.Transaction;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.compile.BoundStatement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2EngineTests {
    private final Shop shop = new Shop();
    private final Engine engine = Engine.create("h2:///mem:engine");

    @BeforeEach
    void createTables() {
        shop.metadata.createAll(engine);
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    private void add(Connection connection, String name) {
        connection.execute(insert(shop.users).set(shop.name, name));
    }

    private List<String> names() {
        return engine.inTransaction(
                c -> c.execute(select(shop.name).orderBy(shop.userId)).all());
    }

    @Test
    void memoryDatabaseOutlivesItsConnections() {
        engine.transaction(c -> add(c, "ed"));
        assertThat(names()).containsExactly("ed");
    }

    @Test
    void closedEngineLetsTheMemoryDatabaseGo() {
        engine.close();
        try (Engine again = Engine.create("jdbc:h2:mem:engine")) {
            again.transaction(c -> assertThat(c.hasTable("users")).isFalse());
        }
    }

    @Test
    void tablesAreLookedForBeforeTheyAreCreated() {
        shop.metadata.createAll(engine);
        engine.transaction(c -> {
            assertThat(c.hasTable("users")).isTrue();
            assertThat(c.hasTable("USERS")).isTrue();
            assertThat(c.hasTable("nothing")).isFalse();
        });
        shop.metadata.dropAll(engine);
        engine.transaction(c -> assertThat(c.hasTable("users")).isFalse());
    }

    @Test
    void everyStatementWorks() {
        engine.transaction(c -> {
            add(c, "ed");
            add(c, "wendy");
            assertThat(c.execute(update(shop.users).set(shop.fullname, "x").where(shop.name.eq("ed"))))
                    .isEqualTo(1);
            assertThat(c.execute(select(shop.fullname).where(shop.name.in("ed", "nobody")))
                            .all())
                    .containsExactly("x");
            assertThat(c.execute(select(shop.name).where(shop.name.in(List.of())))
                            .all())
                    .isEmpty();
            assertThat(c.execute(select(shop.name).orderBy(shop.userId).limit(1).offset(1))
                            .all())
                    .containsExactly("wendy");
            assertThat(c.execute(select(shop.name).orderBy(shop.userId).offset(1))
                            .all())
                    .containsExactly("wendy");
            assertThat(c.execute(select(shop.name).orderBy(shop.userId).limit(1))
                            .all())
                    .containsExactly("ed");
            assertThat(c.execute(select(func.count(shop.userId))).one()).isEqualTo(2);
            assertThat(c.execute(delete(shop.users).where(shop.userId.gt(1)))).isEqualTo(1);
        });
    }

    @Test
    void insertsOfManyRowsTellTheirKeysInOrder() {
        RowInsert one = engine.rowInsert(insert(shop.users).set(shop.name, "a"), List.of(shop.userId));
        List<BoundStatement> rows =
                IntStream.range(0, 1000).mapToObj(i -> one.bind("name " + i)).toList();
        engine.transaction(c -> {
            List<Object[]> keys = c.insert(one, rows);
            assertThat(keys).hasSize(1000);
            for (int i = 0; i < 1000; i += 333) {
                Integer key = (Integer) keys.get(i)[0];
                assertThat(c.execute(select(shop.name).where(shop.userId.eq(key)))
                                .one())
                        .isEqualTo("name " + i);
            }
        });
    }

    @Test
    void transactionsAndSavepointsUndoWhatTheyShould() {
        try (Connection c = engine.connect()) {
            add(c, "ed");
            try (Transaction savepoint = c.beginNested()) {
                add(c, "wendy");
                assertThat(savepoint.isActive()).isTrue();
            }
            assertThatThrownBy(() -> add(c, "ed")).isInstanceOf(UniqueViolationException.class);
            try (Transaction savepoint = c.beginNested()) {
                add(c, "mary");
                savepoint.commit();
            }
            c.commit();
            add(c, "lost");
            c.rollback();
            add(c, "lost too");
        }
        assertThat(names()).containsExactly("ed", "mary");
    }

    @Test
    void everyWordThatH2ReservesIsQuoted() {
        engine.transaction(c -> {
            List<String> words =
                    List.of(("absolute action add after all allocate alter and any are array as asc asymmetric at"
                                    + " authorization before begin between bigint binary blob boolean both by call cascade case cast char"
                                    + " check clob close collate column comment commit condition connect constraint contains count create"
                                    + " cross cube current current_catalog current_date current_path current_role current_schema"
                                    + " current_time current_timestamp current_user cursor cycle date day deallocate dec decimal declare"
                                    + " default deferrable delete desc describe deterministic disconnect distinct do double drop dynamic"
                                    + " each element else end escape except exec execute exists external false fetch filter first float"
                                    + " for foreign free from full function get global go grant group grouping groups having hold hour"
                                    + " identity if ilike in index inner inout insert int integer intersect intersects interval into is"
                                    + " isolation join key language large last lateral leading left level like limit local localtime"
                                    + " localtimestamp match member merge method minus minute modifies module month multiset name"
                                    + " national natural nchar new next no none not null nulls numeric object of off offset old on only"
                                    + " open option or order out outer output over overlaps parameter partition password percent precision"
                                    + " prepare primary prior procedure public qualify range rank reads real recursive ref references"
                                    + " regexp relative release result return returns revoke right role rollback rollup row rownum rows"
                                    + " savepoint schema scope scroll search second select sensitive session session_user set similar size"
                                    + " smallint some space specific sql start state static status submultiset symmetric sysdate system"
                                    + " system_user systime systimestamp table tablesample temporary then time timestamp title to today"
                                    + " top trailing transaction translation treat trigger true type uescape union unique unknown unnest"
                                    + " update user using value values varchar view when whenever where window with within without work"
                                    + " year zone _rowid_")
                            .split(" "));
            for (String word : words) {
                String name = H2Words.QUOTER.identifier(word);
                c.run(text("CREATE TABLE " + name + " (" + name + " INT)"));
                assertThat(c.hasTable(word)).isTrue();
                c.run(text("SELECT " + name + ", " + name + "." + name + " AS " + name + " FROM " + name));
                c.run(text("DROP TABLE " + name));
            }
        });
    }

    @Test
    void echoShowsBothRecords() {
        try (Engine echoing = Engine.create("h2:///mem:echo", o -> o.echo(true));
                Captured log = new Captured()) {
            shop.metadata.createAll(echoing);
            echoing.transaction(c -> add(c, "ed"));
            assertThat(log.records())
                    .contains(
                            "CREATE TABLE users ( id INTEGER GENERATED BY DEFAULT AS IDENTITY NOT NULL, name VARCHAR, fullname VARCHAR, PRIMARY KEY (id), UNIQUE (name) )")
                    .endsWith("COMMIT", "BEGIN (implicit)", "INSERT INTO users (name) VALUES (?)", "('ed',)", "COMMIT");
        }
    }
}
