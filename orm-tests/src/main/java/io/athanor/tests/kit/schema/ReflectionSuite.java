package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.collated;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.inspect.Inspector;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.ForeignKeySpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.SqlType;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The details of what the inspector tells: sizes, defaults, numbering, actions of keys, the order and kind of indexes. */
@Requires(Capability.REFLECTION)
public abstract class ReflectionSuite extends KitSuite {
    private static final String NAME = "refl_rows";

    /** Create the suite. */
    protected ReflectionSuite() {}

    private Inspector inspector() {
        return Inspector.of(engine());
    }

    private <T> Reflected.Column column(SqlType<T> type, Consumer<ColumnSpec<T>> spec) {
        create(NAME, t -> t.column("id", INTEGER).column("v", type, spec));
        return inspector().columns(NAME).get(1);
    }

    private <T> Reflected.Column column(SqlType<T> type) {
        return column(type, c -> {});
    }

    private Reflected.Index index(String name) {
        return inspector().indexes(NAME).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The inspector tells no index [%s] but only %s"
                        .formatted(name, inspector().indexes(NAME))));
    }

    // ---- columns ----

    @ParameterizedTest
    @ValueSource(ints = {1, 52, 200, 1000})
    void stringHasItsLength(int length) {
        assertThat(column(string(length)).type()).isEqualTo(string(length));
    }

    @ParameterizedTest
    @CsvSource({"8,2", "5,5", "12,0"})
    void numberHasItsDigits(int precision, int scale) {
        SqlType<?> same = scale == 0 ? numeric(precision) : numeric(precision, scale);
        assertThat((Object) column(numeric(precision, scale)).type()).isIn(numeric(precision, scale), same);
    }

    @Requires(Capability.EXACT_DECIMALS)
    @Test
    void numberHasManyDigits() {
        assertThat(column(numeric(30, 12)).type()).isEqualTo(numeric(30, 12));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void columnTellsWhetherItTakesNull(boolean isNullable) {
        assertThat(column(INTEGER, isNullable ? c -> {} : ColumnSpec::notNull).nullable())
                .isEqualTo(isNullable);
    }

    @Test
    void typeHasTheDatabasesOwnName() {
        assertThat(column(string(7)).databaseType())
                .containsIgnoringCase("char")
                .contains("7");
    }

    @Requires(Capability.COLLATIONS)
    @Test
    void stringHasItsCollation() {
        SqlType<String> type = collated(string(20), kit().binaryCollation());
        assertThat(column(type).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "it's", "", "50%", "a b", "7", "NULL", "now()"})
    void textIsADefault(String text) {
        assertThat(column(string(20), c -> c.serverDefault(value(text))).serverDefault())
                .as("SQL of a literal")
                .contains("'" + text.replace("'", "''") + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -3, 2_000_000_000})
    void numberIsADefault(int number) {
        assertThat(column(INTEGER, c -> c.serverDefault(value(number))).serverDefault())
                .satisfies(sql -> assertThat(Objects.requireNonNull(sql).replaceAll("[()' ]|::.*", ""))
                        .isEqualTo(String.valueOf(number)));
    }

    @Test
    void timeOfTheStatementIsADefault() {
        assertThat(column(TIMESTAMP, c -> c.serverDefault(func.currentTimestamp()))
                        .serverDefault())
                .containsIgnoringCase("current_timestamp");
    }

    @Requires(Capability.COMPUTED_DEFAULTS)
    @Test
    void computationIsADefault() {
        assertThat(column(INTEGER, c -> c.serverDefault(literalColumn("40 + 2", INTEGER)))
                        .serverDefault())
                .satisfies(sql -> assertThat(Objects.requireNonNull(sql).replaceAll("[() ]", ""))
                        .isIn("40+2", "42"));
    }

    @Test
    void columnWithoutADefaultHasNone() {
        assertThat(column(string(5)).serverDefault()).isNull();
        assertThat(column(INTEGER, ColumnSpec::notNull).serverDefault()).isNull();
    }

    @Test
    void keyThatIsNumberedSaysSo() {
        create(
                NAME,
                t -> t.column("id", INTEGER, ColumnSpec::primaryKey)
                        .column("n", INTEGER, c -> c.notNull())
                        .column("m", BIGINT));
        assertThat(inspector().columns(NAME))
                .extracting(each -> each.autoincrement() || each.identity() != null)
                .containsExactly(true, false, false);
    }

    @Test
    void keyThatIsNotNumberedSaysSo() {
        create(NAME, t -> t.column("id", string(10), ColumnSpec::primaryKey));
        assertThat(inspector().columns(NAME).get(0).autoincrement()).isFalse();
        assertThat(inspector().columns(NAME).get(0).identity()).isNull();
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityTellsHowItCounts() {
        Reflected.Identity identity = Objects.requireNonNull(column(
                        INTEGER,
                        c -> c.notNull().identity(i -> i.start(100).increment(5).maximum(1000)))
                .identity());
        assertThat(identity.isAlways()).isFalse();
        assertThat(identity.options().start()).isEqualTo(100);
        assertThat(identity.options().increment()).isEqualTo(5);
        assertThat(Objects.requireNonNull(identity.options().maximum()).value()).isEqualTo(1000);
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityOfItsOwnIsTold() {
        assertThat(Objects.requireNonNull(column(INTEGER, c -> c.notNull().identityAlways(i -> {}))
                                .identity())
                        .isAlways())
                .isTrue();
    }

    private Reflected.Computed computed(boolean isStored) {
        create(
                NAME,
                t -> t.column("a", INTEGER)
                        .column(
                                "twice",
                                INTEGER,
                                c -> c.computed(t.added("a", INTEGER).times(2), isStored)));
        List<Reflected.Column> columns = inspector().columns(NAME);
        assertThat(columns.get(0).computed()).isNull();
        assertThat(columns.get(1).serverDefault()).isNull();
        return Objects.requireNonNull(columns.get(1).computed());
    }

    @Requires(Capability.STORED_COMPUTED_COLUMNS)
    @Test
    void storedColumnTellsItsComputation() {
        assertThat(computed(true).sql()).containsIgnoringCase("a").contains("* 2");
        assertThat(computed(true).isStored()).isNotEqualTo(false);
    }

    @Requires(Capability.VIRTUAL_COMPUTED_COLUMNS)
    @Test
    void virtualColumnTellsItsComputation() {
        assertThat(computed(false).sql()).containsIgnoringCase("a").contains("* 2");
        assertThat(computed(false).isStored()).isEqualTo(false);
    }

    @Requires(Capability.COMMENTS)
    @ParameterizedTest
    @ValueSource(
            strings = {"plain words", "it's", "\"quoted\"", "50% of :all ?", "back\\slash", "Grüße 世界", "two\nlines"})
    void commentIsKept(String words) {
        create(
                NAME,
                t -> t.column("a", INTEGER, c -> c.comment(words))
                        .column("b", INTEGER)
                        .comment(words + "!"));
        assertThat(inspector().tableComment(NAME, null)).contains(words + "!");
        assertThat(inspector().columns(NAME))
                .extracting(Reflected.Column::comment)
                .containsExactly(words, null);
    }

    // ---- keys and constraints ----

    private Reflected.ForeignKey foreignKey(Consumer<ForeignKeySpec> spec) {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "refl_parent",
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
        Table.of(
                metadata,
                NAME,
                t -> t.column("parent_id", INTEGER).foreignKey(List.of("parent_id"), List.of("refl_parent.id"), spec));
        create(metadata);
        return inspector().foreignKeys(NAME).get(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"CASCADE", "SET_NULL"})
    void keyTellsWhatADeletionDoes(Action action) {
        Reflected.ForeignKey key = foreignKey(f -> f.name("fk_refl").onDelete(action));
        assertThat(key.options().onDelete()).isEqualTo(action);
        assertThat(key.options().onUpdate()).isNull();
    }

    @Requires(Capability.UPDATE_CASCADE)
    @ParameterizedTest
    @EnumSource(names = {"CASCADE", "SET_NULL"})
    void keyTellsWhatAnUpdateDoes(Action action) {
        Reflected.ForeignKey key = foreignKey(f -> f.name("fk_refl").onUpdate(action));
        assertThat(key.options().onUpdate()).isEqualTo(action);
        assertThat(key.options().onDelete()).isNull();
    }

    @Test
    void keyWithoutActionsTellsNone() {
        assertThat(foreignKey(f -> f.name("fk_refl")).options()).isEqualTo(Reflected.KeyOptions.NONE);
    }

    @Requires(Capability.DEFERRED_CONSTRAINTS)
    @Test
    void keyTellsThatItIsDeferred() {
        Reflected.ForeignKey key =
                foreignKey(f -> f.name("fk_refl").deferrable(true).initiallyDeferred(true));
        assertThat(key.options().deferrable()).isEqualTo(true);
        assertThat(key.options().initiallyDeferred()).isEqualTo(true);
    }

    @Test
    void compositeKeysKeepTheOrderOfTheirColumns() {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "refl_parent",
                t -> t.column("name", string(20))
                        .column("id", INTEGER)
                        .column("place", string(20))
                        .primaryKey("place", "id", "name"));
        Table.of(
                metadata,
                NAME,
                t -> t.column("pname", string(20))
                        .column("pid", INTEGER)
                        .column("pplace", string(20))
                        .foreignKey(
                                new String[] {"pplace", "pid", "pname"},
                                "refl_parent.place",
                                "refl_parent.id",
                                "refl_parent.name"));
        create(metadata);
        assertThat(inspector().primaryKey("refl_parent").orElseThrow().columns())
                .containsExactly("place", "id", "name");
        assertThat(inspector().foreignKeys(NAME).get(0).columns()).containsExactly("pplace", "pid", "pname");
        assertThat(inspector().foreignKeys(NAME).get(0).referred().columns()).containsExactly("place", "id", "name");
    }

    @Test
    void keyMayReferToAUniqueColumn() {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "refl_parent",
                t -> t.column("id", INTEGER, ColumnSpec::primaryKey)
                        .column("code", string(10), c -> c.notNull().unique()));
        Table.of(metadata, NAME, t -> t.column("code", string(10), c -> c.references("refl_parent.code")));
        create(metadata);
        assertThat(inspector().foreignKeys(NAME).get(0).referred().columns()).containsExactly("code");
    }

    @Test
    void uniqueConstraintKeepsTheOrderOfItsColumns() {
        create(
                NAME,
                t -> t.column("a", INTEGER)
                        .column("b", INTEGER)
                        .column("c", INTEGER)
                        .unique(List.of("c", "a"), u -> u.name("uq_refl_two"))
                        .unique(List.of("b"), u -> u.name("uq_refl_one")));
        assertThat(inspector().uniqueConstraints(NAME))
                .containsExactly(
                        new Reflected.Unique("uq_refl_one", List.of("b")),
                        new Reflected.Unique("uq_refl_two", List.of("c", "a")));
    }

    @Test
    void checkOfSeveralColumnsIsRead() {
        create(
                NAME,
                t -> t.column("low", INTEGER)
                        .column("high", INTEGER)
                        .check("ck_refl", t.added("low", INTEGER).lt(t.added("high", INTEGER))));
        assertThat(inspector().checkConstraints(NAME)).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo("ck_refl");
            assertThat(check.sql().replaceAll("[\"`() ]", "")).isEqualToIgnoringCase("low<high");
        });
    }

    @Test
    void tableWithoutConstraintsHasNone() {
        create(NAME, t -> t.column("a", INTEGER).column("b", string(10)));
        assertThat(inspector().primaryKey(NAME)).isEmpty();
        assertThat(inspector().foreignKeys(NAME)).isEmpty();
        assertThat(inspector().uniqueConstraints(NAME)).isEmpty();
        assertThat(inspector().checkConstraints(NAME)).isEmpty();
        assertThat(inspector().indexes(NAME)).isEmpty();
        assertThat(inspector().tableComment(NAME, null)).isEmpty();
    }

    // ---- indexes ----

    @Test
    void indexKeepsTheOrderOfItsColumns() {
        create(
                NAME,
                t -> t.column("a", INTEGER)
                        .column("b", INTEGER)
                        .column("c", INTEGER)
                        .index("ix_refl", "c", "a", "b"));
        assertThat(index("ix_refl").columns()).containsExactly("c", "a", "b");
        assertThat(index("ix_refl").isUnique()).isFalse();
        assertThat(index("ix_refl").condition()).isNull();
    }

    @Test
    void indexTellsWhatIsDescending() {
        create(
                NAME,
                t -> t.column("a", INTEGER)
                        .column("b", INTEGER)
                        .index(
                                "ix_refl",
                                ix -> ix.on(t.added("a", INTEGER).desc()).on("b")));
        assertThat(index("ix_refl").elements())
                .extracting(Reflected.Element::text, Reflected.Element::isDescending)
                .containsExactly(tuple("a", true), tuple("b", false));
    }

    @Requires(Capability.FUNCTIONAL_INDEXES)
    @Test
    void indexTellsWhatItComputes() {
        create(
                NAME,
                t -> t.column("a", INTEGER)
                        .column("word", string(20))
                        .index("ix_refl", ix -> ix.on("a").on(func.lower(t.added("word", STRING)))));
        assertThat(index("ix_refl").elements())
                .extracting(Reflected.Element::isExpression)
                .containsExactly(false, true);
        assertThat(index("ix_refl").elements().get(1).text())
                .containsIgnoringCase("lower")
                .contains("word");
        assertThat(index("ix_refl").columns()).containsExactly("a", null);
    }

    @Requires(Capability.PARTIAL_INDEXES)
    @Test
    void indexTellsItsCondition() {
        create(
                NAME,
                t -> t.column("a", INTEGER)
                        .index(
                                "ix_refl",
                                ix -> ix.on("a").where(t.added("a", INTEGER).gt(5))));
        assertThat(Objects.requireNonNull(index("ix_refl").condition()).replaceAll("[\"`() ]", ""))
                .isEqualToIgnoringCase("a>5");
    }
}
