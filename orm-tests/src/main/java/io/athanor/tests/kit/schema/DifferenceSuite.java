package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.BYTES;
import static io.athanor.sql.type.SqlTypes.DATE;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.DURATION;
import static io.athanor.sql.type.SqlTypes.INSTANT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.JSON;
import static io.athanor.sql.type.SqlTypes.OFFSET_TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.SMALLINT;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.TIME;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.UUID;
import static io.athanor.sql.type.SqlTypes.UUID_TEXT;
import static io.athanor.sql.type.SqlTypes.arrayOf;
import static io.athanor.sql.type.SqlTypes.character;
import static io.athanor.sql.type.SqlTypes.decimal;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.migrate.SchemaDiff;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.type.SqlType;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was created is read back as it was declared, in every type and part of a table; what was read can be created again; and
 * the difference between a table as it is and as it should be can be made to go away.
 */
@Requires(Capability.REFLECTION)
public abstract class DifferenceSuite extends KitSuite {
    private static final String NAME = "diff_rows";
    private static final String PARENT = "diff_parent";

    /** Create the suite. */
    protected DifferenceSuite() {}

    enum Mood {
        HAPPY,
        SAD
    }

    /** A part of a table, or a type of a column. */
    private record Part(String name, Consumer<TableSpec> spec) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A column of each type, by its name. */
    private static Map<String, SqlType<?>> types() {
        Map<String, SqlType<?>> types = new LinkedHashMap<>();
        types.put("a_smallint", SMALLINT);
        types.put("an_integer", INTEGER);
        types.put("a_bigint", BIGINT);
        types.put("a_double", DOUBLE);
        types.put("a_numeric", numeric(10, 2));
        types.put("a_decimal", decimal(15, 4));
        types.put("a_boolean", BOOLEAN);
        types.put("a_string", string(60));
        types.put("a_text", TEXT);
        types.put("a_char", character(3));
        types.put("some_bytes", BYTES);
        types.put("a_date", DATE);
        types.put("a_time", TIME);
        types.put("a_timestamp", TIMESTAMP);
        types.put("an_offset_timestamp", OFFSET_TIMESTAMP);
        types.put("an_instant", INSTANT);
        types.put("a_duration", DURATION);
        types.put("a_uuid", UUID);
        types.put("a_uuid_text", UUID_TEXT);
        types.put("a_json", JSON);
        types.put("an_enum", enumOf(Mood.class));
        return types;
    }

    private static Part ofEveryType() {
        return new Part("columns of every type", t -> types().forEach((name, type) -> t.column(name, type)));
    }

    static List<Part> parts() {
        return Stream.of(List.of(ofEveryType()), ofColumns(), ofTables())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Part> ofColumns() {
        return List.of(
                new Part("nothing", t -> t.column("a", INTEGER)),
                new Part("not null", t -> t.column("a", INTEGER, c -> c.notNull())),
                new Part("default number", t -> t.column("a", INTEGER, c -> c.serverDefault(value(7)))),
                new Part("default text", t -> t.column("word", string(20), c -> c.serverDefault(value("it's")))),
                new Part("default time", t -> t.column("at", TIMESTAMP, c -> c.serverDefault(func.currentTimestamp()))),
                new Part("numbered key", t -> t.column("a", INTEGER, c -> c.primaryKey())));
    }

    private static List<Part> ofTables() {
        return List.of(
                new Part(
                        "key of two columns",
                        t -> t.column("a", INTEGER).column("b", INTEGER).primaryKey("b", "a")),
                new Part("unique column", t -> t.column("a", INTEGER, c -> c.unique())),
                new Part(
                        "unique constraint",
                        t -> t.column("a", INTEGER)
                                .column("b", INTEGER)
                                .unique(List.of("b", "a"), u -> u.name("uq_diff"))),
                new Part(
                        "check",
                        t -> t.column("a", INTEGER)
                                .check("ck_diff", t.added("a", INTEGER).between(1, 9))),
                new Part("index", t -> t.column("a", INTEGER).index("ix_diff", "a")),
                new Part(
                        "unique index",
                        t -> t.column("a", INTEGER)
                                .index("ix_diff", ix -> ix.on("a").unique())),
                new Part(
                        "descending index",
                        t -> t.column("a", INTEGER)
                                .index(
                                        "ix_diff",
                                        ix -> ix.on(t.added("a", INTEGER).desc()))),
                new Part("reference", t -> t.column("a", INTEGER, c -> c.references(PARENT + ".id"))),
                new Part(
                        "reference with an action",
                        t -> t.column(
                                "a",
                                INTEGER,
                                c -> c.references(
                                        PARENT + ".id", f -> f.name("fk_diff").onDelete(ForeignKey.Action.CASCADE)))));
    }

    private static MetaData declared(Consumer<TableSpec> spec) {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                PARENT,
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
        Table.of(metadata, NAME, t -> {
            t.column("plain", string(10));
            spec.accept(t);
        });
        return metadata;
    }

    private SchemaDiff difference(MetaData wanted) {
        return SchemaDiff.between(engine(), wanted, spec -> spec.ignore(name -> !name.startsWith("diff_")));
    }

    private void same(MetaData wanted, String as) {
        SchemaDiff difference = difference(wanted);
        assertThat(difference.changes())
                .as("%s: what the dialect's SchemaReader reads differs from what its DDL created: %s", as, difference)
                .isEmpty();
    }

    /** Only then may a database show what a constraint has left behind, such as the index that it had made for it. */
    private void settle(MetaData wanted) {
        difference(wanted).apply(engine());
        difference(wanted).apply(engine());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whatWasCreatedIsReadAsDeclared(Part part) {
        MetaData metadata = declared(part.spec);
        create(metadata);
        same(metadata, part.name);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whatWasReadIsCreatedAgain(Part part) {
        MetaData metadata = declared(part.spec);
        create(metadata);
        MetaData read = new MetaData();
        read.reflect(engine(), spec -> spec.only(NAME, PARENT));
        metadata.dropAll(engine());
        read.createAll(engine());
        same(metadata, part.name);
        read.dropAll(engine());
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whatIsMissingIsADifference(Part part) {
        create(declared(t -> {}));
        assertThat(difference(declared(part.spec)).changes()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void partIsAddedAndDropped(Part part) {
        MetaData without = declared(t -> t.column("a", INTEGER)
                .column("b", INTEGER)
                .column("word", string(20))
                .column("at", TIMESTAMP));
        MetaData with = declared(part.spec);
        create(without);
        difference(with).apply(engine());
        same(with, "added " + part.name);
        settle(without);
        same(without, "dropped " + part.name);
    }

    @Test
    void otherTypesAreDifferences() {
        create(declared(t -> types().keySet().forEach(name -> t.column(name, string(7)))));
        SchemaDiff difference = difference(declared(ofEveryType().spec));
        assertThat(difference.sql()).isNotEmpty();
        assertThat(difference.toString()).contains(types().keySet()).doesNotContain("plain");
    }

    /** Created, read and created again, and added to a table that lacks it. */
    private void isKept(Consumer<TableSpec> spec) {
        MetaData wanted = declared(spec);
        create(wanted);
        same(wanted, "created");
        MetaData read = new MetaData();
        read.reflect(engine(), each -> each.only(NAME, PARENT));
        wanted.dropAll(engine());
        read.createAll(engine());
        same(wanted, "created as it was read");
        read.dropAll(engine());
        declared(t -> t.column("a", INTEGER)).createAll(engine());
        difference(wanted).apply(engine());
        same(wanted, "added");
    }

    @Requires(Capability.COMMENTS)
    @Test
    void commentsAreKept() {
        isKept(t -> t.column("a", INTEGER, c -> c.comment("it's a column")).comment("a \"table\" of 50%"));
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityIsKept() {
        isKept(t -> t.column(
                        "id", BIGINT, c -> c.notNull().identity(i -> i.start(10).increment(5)))
                .column("a", INTEGER));
    }

    @Requires(Capability.STORED_COMPUTED_COLUMNS)
    @Test
    void storedComputationIsKept() {
        isKept(t -> t.column("a", INTEGER)
                .column("twice", INTEGER, c -> c.computed(t.added("a", INTEGER).times(2), true)));
    }

    @Requires(Capability.VIRTUAL_COMPUTED_COLUMNS)
    @Test
    void virtualComputationIsKept() {
        isKept(t -> t.column("a", INTEGER)
                .column("twice", INTEGER, c -> c.computed(t.added("a", INTEGER).times(2), false)));
    }

    @Requires(Capability.PARTIAL_INDEXES)
    @Test
    void partialIndexIsKept() {
        isKept(t -> t.column("a", INTEGER)
                .index("ix_diff", ix -> ix.on("a").where(t.added("a", INTEGER).gt(5))));
    }

    @Requires(Capability.FUNCTIONAL_INDEXES)
    @Test
    void functionalIndexIsKept() {
        isKept(t -> t.column("a", INTEGER)
                .column("word", string(20))
                .index("ix_diff", ix -> ix.on(func.lower(t.added("word", STRING)))));
    }

    @Requires(Capability.DEFERRED_CONSTRAINTS)
    @Test
    void deferredKeyIsKept() {
        isKept(t -> t.column("a", INTEGER)
                .foreignKey(
                        List.of("a"),
                        List.of(PARENT + ".id"),
                        f -> f.name("fk_diff").deferrable(true).initiallyDeferred(true)));
    }

    @Requires(Capability.ARRAYS)
    @Test
    void arraysAreKept() {
        isKept(t -> t.column("a", INTEGER).column("numbers", arrayOf(INTEGER)).column("words", arrayOf(string(20))));
    }

    @Requires(Capability.SEQUENCES)
    @Test
    void sequenceIsKept() {
        MetaData wanted = declared(t -> t.column("a", INTEGER));
        Sequence.of(wanted, "diff_numbers", spec -> spec.start(5).increment(3));
        create(wanted);
        same(wanted, "created");
        difference(declared(t -> t.column("a", INTEGER))).apply(engine());
        assertThat(difference(wanted).changes()).as("the sequence is dropped").hasSize(1);
        difference(wanted).apply(engine());
        same(wanted, "added");
    }

    @Requires(Capability.SCHEMAS)
    @Test
    void tableOfAnotherSchemaIsKept() {
        MetaData wanted = new MetaData();
        Table.of(
                wanted,
                NAME,
                t -> t.schema(schema())
                        .column("a", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .index("ix_diff", "a"));
        create(wanted);
        same(wanted, "created");
        wanted.dropAll(engine());
        assertThat(difference(wanted).changes()).isNotEmpty();
        difference(wanted).apply(engine());
        same(wanted, "added");
    }

    @ParameterizedTest
    @MethodSource("wider")
    void columnIsWidenedAndKeepsItsRows(Widening<?> widening) {
        Table before = declared(t -> t.column("v", widening.from)).table(NAME);
        create(before.metadata());
        rows(before, row("x", widening.value));
        MetaData after = declared(t -> t.column("v", widening.to));
        difference(after).apply(engine());
        same(after, widening.toString());
        assertThat(one(select(after.table(NAME).column("v", widening.to)))).hasToString(widening.value.toString());
    }

    private record Widening<T>(SqlType<T> from, SqlType<?> to, T value) {}

    static List<Widening<?>> wider() {
        return List.of(
                new Widening<>(string(10), string(40), "words"),
                new Widening<>(INTEGER, BIGINT, 5),
                new Widening<>(SMALLINT, INTEGER, (short) 5),
                new Widening<>(string(10), TEXT, "words"),
                new Widening<>(numeric(6, 2), numeric(12, 2), new BigDecimal("12.50")));
    }
}
