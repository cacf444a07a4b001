package io.athanor.tests.suite;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.CheckViolationException;
import io.athanor.engine.error.DataException;
import io.athanor.engine.error.ForeignKeyViolationException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.Sql;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.NamingConvention;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.type.SqlType;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a schema holds besides plain tables is created, and does in the database what it says. */
public abstract class SchemaPartsSuite extends DatabaseSuite {
    private final MetaData metadata = new MetaData(NamingConvention.FULL);

    protected SchemaPartsSuite(Database database) {
        super(database);
    }

    private Table created(Consumer<TableSpec> spec) {
        Table table = Table.of(metadata, "t", spec);
        metadata.createAll(engine);
        return table;
    }

    private DdlCompiler ddl() {
        return engine.dialect().ddl(CompileRules.NONE);
    }

    private void run(String sql) {
        engine.transaction(connection -> connection.run(text(sql)));
    }

    private void insertInto(Insert insert) {
        engine.transaction(connection -> connection.execute(insert));
    }

    private <T> List<T> values(Table table, String column, SqlType<T> type) {
        return engine.inTransaction(connection ->
                connection.execute(select(table.column(column, type))).all());
    }

    @Test
    void checkOverColumnsIsEnforcedUnderTheNameOfTheConvention() {
        Table t = created(table -> table.column("a", INTEGER)
                .column("b", INTEGER)
                .check("order", table.added("a", INTEGER).lt(table.added("b", INTEGER)))
                .check(table.added("a", INTEGER).ne(5)));
        var a = t.column("a", INTEGER);
        var b = t.column("b", INTEGER);
        insertInto(insert(t).set(a, 1).set(b, 2));
        assertThatThrownBy(() -> insertInto(insert(t).set(a, 2).set(b, 1)))
                .isInstanceOfSatisfying(
                        CheckViolationException.class,
                        violation -> assertThat(violation.constraint())
                                .hasValueSatisfying(name -> assertThat(name).containsIgnoringCase("ck_t_order")));
        assertThatThrownBy(() -> insertInto(insert(t).set(a, 5).set(b, 6))).isInstanceOf(CheckViolationException.class);
    }

    @Test
    void enumOfStringsTakesNoOtherString() {
        var mood = enumOf("happy", "it's fine").named("mood");
        Table t = created(table -> table.column("mood", mood));
        insertInto(insert(t).set(t.column("mood", mood), "it's fine"));
        assertThat(values(t, "mood", mood)).containsExactly("it's fine");
        assertThatThrownBy(() -> run("INSERT INTO t (mood) VALUES ('sad')"))
                .isInstanceOf(has(Capability.NATIVE_ENUMS) ? DataException.class : CheckViolationException.class);
    }

    @Test
    void uniqueIndexRefusesEqualRowsAndOthersOnlySpeedUp() {
        Table t = created(table -> table.column("a", INTEGER, a -> a.index())
                .column("b", INTEGER)
                .index("ix_ab", ix -> ix.on("a", "b").unique())
                .index("ix_b", ix -> ix.on(table.added("b", INTEGER).desc())));
        assertThat(recording.sql("CREATE"))
                .filteredOn(sql -> sql.contains("INDEX"))
                .hasSize(3)
                .anySatisfy(sql -> assertThat(sql).contains("ix_t_a ON t (a)"));
        insertInto(insert(t).set(t.column("a", INTEGER), 1).set(t.column("b", INTEGER), 1));
        insertInto(insert(t).set(t.column("a", INTEGER), 1).set(t.column("b", INTEGER), 2));
        assertThatThrownBy(() ->
                        insertInto(insert(t).set(t.column("a", INTEGER), 1).set(t.column("b", INTEGER), 2)))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void indexOverAnExpressionOrAPartOfTheRowsWorksOrIsRefused() {
        Table t = Table.of(
                metadata,
                "t",
                table -> table.column("name", string(20))
                        .column("live", INTEGER)
                        .index(
                                "ix_lower",
                                ix -> ix.on(func.lower(table.added("name", STRING)))
                                        .unique()
                                        .where(table.added("live", INTEGER).eq(1))));
        if (!has(Capability.PARTIAL_INDEXES) || !has(Capability.FUNCTIONAL_INDEXES)) {
            assertThatThrownBy(() -> metadata.createAll(engine)).isInstanceOf(CompileException.class);
            return;
        }
        metadata.createAll(engine);
        Insert ed = insert(t).set(t.column("name", STRING), "ed");
        insertInto(ed.set(t.column("live", INTEGER), 1));
        insertInto(ed.set(t.column("live", INTEGER), 0));
        assertThatThrownBy(() ->
                        insertInto(insert(t).set(t.column("name", STRING), "ED").set(t.column("live", INTEGER), 1)))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void databaseSuppliesDefaults() {
        Table t = created(table -> table.column("id", INTEGER, id -> id.primaryKey())
                .column("word", string(10), c -> c.serverDefault(Sql.value("x'y")))
                .column("number", INTEGER, c -> c.serverDefault(Sql.value(-5)))
                .column("sum", INTEGER, c -> c.serverDefault(literalColumn("1 + 2", INTEGER)))
                .column("flag", BOOLEAN, c -> c.serverDefault(Sql.value(true)))
                .column("at", TIMESTAMP, c -> c.serverDefault(func.now().typeCoerce(TIMESTAMP))));
        insertInto(insert(t).set(t.column("id", INTEGER), 1));
        assertThat(values(t, "word", STRING)).containsExactly("x'y");
        assertThat(values(t, "number", INTEGER)).containsExactly(-5);
        assertThat(values(t, "sum", INTEGER)).containsExactly(3);
        assertThat(values(t, "flag", BOOLEAN)).containsExactly(true);
        assertThat(values(t, "at", TIMESTAMP)).doesNotContainNull();
    }

    @Test
    void identityNumbersRows() {
        Table t = created(table -> table.column(
                        "id",
                        BIGINT,
                        id -> id.primaryKey().identity(i -> i.start(10).increment(5)))
                .column("a", INTEGER));
        insertInto(insert(t).set(t.column("a", INTEGER), 1));
        insertInto(insert(t).set(t.column("a", INTEGER), 2));
        List<Long> expected = has(Capability.IDENTITY_COLUMNS) ? List.of(10L, 15L) : List.of(1L, 2L);
        assertThat(values(t, "id", BIGINT)).containsExactlyElementsOf(expected);
    }

    @Test
    void sequenceNumbersRowsWhereThereAreSequences() {
        Sequence numbers = Sequence.of("numbers", s -> s.start(7).increment(3));
        Table t = created(
                table -> table.column("id", INTEGER, id -> id.primaryKey().sequence(numbers))
                        .column("a", INTEGER));
        insertInto(insert(t).set(t.column("a", INTEGER), 1));
        insertInto(insert(t).set(t.column("a", INTEGER), 2));
        List<Integer> expected = has(Capability.SEQUENCES) ? List.of(7, 10) : List.of(1, 2);
        assertThat(values(t, "id", INTEGER)).containsExactlyElementsOf(expected);
        if (has(Capability.SEQUENCES)) {
            Long next = engine.inTransaction(connection ->
                    connection.execute(select(numbers.nextValue())).one());
            assertThat(next).isEqualTo(13L);
        }
        metadata.dropAll(engine);
        metadata.createAll(engine);
    }

    @Test
    void columnIsComputedFromOthers() {
        Table t = created(table -> table.column("a", INTEGER)
                .column(
                        "twice",
                        INTEGER,
                        c -> c.computed(table.added("a", INTEGER).times(2), true))
                .column(
                        "thrice",
                        INTEGER,
                        c -> c.computed(table.added("a", INTEGER).times(3))));
        insertInto(insert(t).set(t.column("a", INTEGER), 4));
        assertThat(values(t, "twice", INTEGER)).containsExactly(8);
        assertThat(values(t, "thrice", INTEGER)).containsExactly(12);
    }

    @Test
    void foreignKeyActsWhenTheReferredRowGoes() {
        Table parent = Table.of(metadata, "parent", table -> table.column("id", INTEGER, id -> id.primaryKey()));
        Table t = created(table -> table.column("id", INTEGER, id -> id.primaryKey())
                .column("owner", INTEGER, c -> c.references("parent.id", key -> key.onDelete(Action.CASCADE)))
                .column(
                        "friend",
                        INTEGER,
                        c -> c.references(
                                parent.column("id", INTEGER),
                                key -> key.name("fk_friend").onDelete(Action.SET_NULL))));
        run("INSERT INTO parent (id) VALUES (1)");
        run("INSERT INTO parent (id) VALUES (2)");
        run("INSERT INTO t (id, owner, friend) VALUES (1, 1, 2)");
        run("INSERT INTO t (id, owner, friend) VALUES (2, 2, 1)");
        run("DELETE FROM parent WHERE id = 1");
        assertThat(values(t, "id", INTEGER)).containsExactly(2);
        assertThat(values(t, "friend", INTEGER)).containsOnlyNulls();
        assertThatThrownBy(() -> run("INSERT INTO t (id, owner) VALUES (3, 9)"))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void namesThatNeedQuotesAreWrittenAndRead() {
        Table odd = Table.of(
                metadata,
                "Order \"of\" things",
                table -> table.column("Group", INTEGER, id -> id.primaryKey())
                        .column("select", string(10), c -> c.key("chosen").comment("it's"))
                        .comment("odd"));
        metadata.createAll(engine);
        var chosen = odd.column("chosen", STRING);
        insertInto(insert(odd).set(odd.column("Group", INTEGER), 1).set(chosen, "x"));
        List<String> found = engine.inTransaction(connection ->
                connection.execute(select(chosen).where(chosen.eq("x"))).all());
        assertThat(found).containsExactly("x");
        metadata.createAll(engine);
        metadata.dropAll(engine);
    }

    @Test
    void viewAndTableAsShowWhatIsSelected() {
        Table t = created(table -> table.column("a", INTEGER));
        run("INSERT INTO t (a) VALUES (1)");
        run("INSERT INTO t (a) VALUES (7)");
        var a = t.column("a", INTEGER);
        run(ddl().createView("v", select(a).where(a.gt(5))));
        run(ddl().createTableAs("copy", select(a).where(a.gt(5))));
        run("INSERT INTO t (a) VALUES (8)");
        assertThat(rows("SELECT a FROM v")).hasSize(2);
        assertThat(rows("SELECT a FROM copy")).hasSize(1);
        run(ddl().dropView("v", DdlOption.IF_EXISTS));
    }

    @Test
    void tableLiesInItsSchema() {
        if (!has(Capability.SCHEMAS)) {
            return;
        }
        createSchema("s1");
        Table parent = Table.of(
                metadata,
                "p",
                table -> table.schema("s1")
                        .column("id", INTEGER, id -> id.primaryKey())
                        .index("ix_p", "id"));
        Table t = created(table -> table.schema("s1").column("p_id", INTEGER, c -> c.references("s1.p.id")));
        insertInto(insert(parent).set(parent.column("id", INTEGER), 3));
        insertInto(insert(t).set(t.column("p_id", INTEGER), 3));
        assertThat(value("SELECT count(*) FROM s1.t")).isEqualTo(1L);
        assertThat(values(t, "p_id", INTEGER)).containsExactly(3);
        recording.clear();
        metadata.createAll(engine);
        assertThat(recording.sql("CREATE TABLE")).isEmpty();
        metadata.dropAll(engine);
    }

    @Test
    void temporaryTableServesItsConnection() {
        Table temporary =
                Table.of(metadata, "t", table -> table.column("a", INTEGER).temporary());
        engine.transaction(connection -> {
            connection.run(text(ddl().createTable(temporary)));
            connection.execute(insert(temporary).set(temporary.column("a", INTEGER), 1));
            assertThat(connection
                            .execute(select(temporary.column("a", INTEGER)))
                            .all())
                    .containsExactly(1);
            connection.run(text(ddl().dropTable(temporary)));
        });
    }
}
