package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.athanor.engine.Connection;
import io.athanor.engine.NoSuchTableException;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.inspect.Inspector;
import io.athanor.engine.inspect.TableSelection;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the inspector tells of many tables at once, by kind, by name and by schema: for each the same as of the table alone, and
 * the same in another schema as in the connection's own.
 */
@Requires(Capability.REFLECTION)
public abstract class ManyTablesSuite extends KitSuite {
    private static final String BEGINNING = "many_";
    private static final String USERS = "many_users";
    private static final String ADDRESSES = "many_addresses";
    private static final String BARE = "many_bare";
    private static final String VIEW = "many_view";

    private final Table users = table(USERS, spec -> users(spec, ""));
    private final Table addresses = table(ADDRESSES, spec -> addresses(spec, ""));
    private final Table bare = table(BARE, ManyTablesSuite::bare);

    /** Create the suite. */
    protected ManyTablesSuite() {}

    private static void users(TableSpec spec, String prefix) {
        spec.column("user_id", INTEGER, c -> c.primaryKey().autoincrement(false))
                .column("name", string(20), c -> c.notNull())
                .column("boss_id", INTEGER)
                .unique(List.of("name"), u -> u.name("uq_many_name"))
                .unique(List.of("boss_id", "name"), u -> u.name("uq_many_boss"))
                .foreignKey(List.of("boss_id"), List.of(prefix + USERS + ".user_id"), f -> f.name("fk_many_boss"));
    }

    private static void addresses(TableSpec spec, String prefix) {
        spec.column("address_id", INTEGER, c -> c.primaryKey().autoincrement(false))
                .column("remote_id", INTEGER)
                .column("email", string(40))
                .index("ix_many_email", "email")
                .index("ix_many_both", "email", "remote_id")
                .check("ck_many_remote", spec.added("remote_id", INTEGER).gt(0))
                .check("ck_many_id", spec.added("address_id", INTEGER).gt(1))
                .foreignKey(
                        List.of("remote_id"),
                        List.of(prefix + USERS + ".user_id"),
                        f -> f.name("fk_many_remote").onDelete(ForeignKey.Action.CASCADE));
    }

    private static void bare(TableSpec spec) {
        spec.column("data", string(20), c -> c.serverDefault(value("none"))).column("num", INTEGER);
    }

    @BeforeEach
    final void createView() {
        afterwards(ddl().dropView(VIEW));
        sql(ddl().createView(VIEW, select(column(users, "user_id", INTEGER), column(users, "name", STRING))));
    }

    private Inspector inspector() {
        return Inspector.of(engine());
    }

    /** A question to the inspector, of many tables and of one. */
    private record Question(
            String name,
            Function<Inspector, Function<TableSelection, Map<String, ?>>> ofMany,
            Function<Inspector, Function<Place, Object>> ofOne) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Place(String table, @Nullable String schema) {}

    static List<Question> questions() {
        return List.of(
                new Question("columns", i -> i::columns, i -> at -> i.columns(at.table, at.schema)),
                new Question(
                        "primary keys",
                        i -> i::primaryKeys,
                        i -> at -> i.primaryKey(at.table, at.schema)
                                .map(Object.class::cast)
                                .orElse("none")),
                new Question("foreign keys", i -> i::foreignKeys, i -> at -> i.foreignKeys(at.table, at.schema)),
                new Question(
                        "unique constraints",
                        i -> i::uniqueConstraints,
                        i -> at -> i.uniqueConstraints(at.table, at.schema)),
                new Question("checks", i -> i::checkConstraints, i -> at -> i.checkConstraints(at.table, at.schema)),
                new Question("indexes", i -> i::indexes, i -> at -> i.indexes(at.table, at.schema)),
                new Question(
                        "comments",
                        i -> i::tableComments,
                        i -> at -> i.tableComment(at.table, at.schema)
                                .map(Object.class::cast)
                                .orElse("none")),
                new Question("options", i -> i::tableOptions, i -> at -> i.tableOptions(at.table, at.schema)));
    }

    private static Set<String> own(Set<String> names) {
        return names.stream().filter(name -> name.startsWith(BEGINNING)).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> selected(TableSelection selection) {
        return own(inspector().columns(selection).keySet());
    }

    // ---- which ----

    @Test
    void tablesAreSelected() {
        assertThat(selected(TableSelection.TABLES)).containsExactly(ADDRESSES, BARE, USERS);
    }

    @Test
    void viewsAreSelected() {
        assertThat(selected(TableSelection.TABLES.kinds(Kind.VIEW))).containsExactly(VIEW);
    }

    @Test
    void everythingIsSelected() {
        assertThat(selected(TableSelection.EVERYTHING)).containsExactly(ADDRESSES, BARE, USERS, VIEW);
    }

    @Test
    void namesAreSelected() {
        assertThat(selected(TableSelection.TABLES.only(USERS, BARE))).containsExactly(BARE, USERS);
    }

    @Test
    void namesThatAreNotThereAreLeftOut() {
        assertThat(selected(TableSelection.TABLES.only(USERS, "many_none"))).containsExactly(USERS);
        assertThat(inspector().columns(TableSelection.TABLES.only("many_none"))).isEmpty();
    }

    @Test
    void viewIsNotSelectedAmongTables() {
        assertThat(selected(TableSelection.TABLES.only(USERS, VIEW))).containsExactly(USERS);
        assertThat(selected(TableSelection.EVERYTHING.only(USERS, VIEW))).containsExactly(USERS, VIEW);
    }

    @Test
    void namesAreSelectedByACondition() {
        assertThat(selected(TableSelection.TABLES.only(name -> name.endsWith("s"))))
                .containsExactly(ADDRESSES, USERS);
    }

    @Test
    void relationsTellTheirKinds() {
        assertThat(inspector().relations(TableSelection.EVERYTHING.only(name -> name.startsWith(BEGINNING))))
                .extracting(Reflected.Relation::name, Reflected.Relation::kind, Reflected.Relation::isTemporary)
                .containsExactly(
                        tuple(ADDRESSES, Kind.TABLE, false),
                        tuple(BARE, Kind.TABLE, false),
                        tuple(USERS, Kind.TABLE, false),
                        tuple(VIEW, Kind.VIEW, false));
    }

    @Test
    void namesAreSorted() {
        assertThat(inspector().tableNames())
                .isSorted()
                .contains(ADDRESSES, BARE, USERS)
                .doesNotContain(VIEW);
        assertThat(inspector().viewNames()).isSorted().contains(VIEW).doesNotContain(USERS);
    }

    // ---- what ----

    @ParameterizedTest
    @MethodSource("questions")
    void manyTablesTellWhatEachTellsAlone(Question question) {
        Map<String, ?> many = question.ofMany.apply(inspector()).apply(TableSelection.EVERYTHING);
        for (String name : List.of(USERS, ADDRESSES, BARE, VIEW)) {
            Object alone = question.ofOne.apply(inspector()).apply(new Place(name, null));
            Object among = many.containsKey(name) ? many.get(name) : "none";
            assertThat(among).as("%s of %s", question, name).isEqualTo(alone);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void oneTableIsAskedFor(Question question) {
        Map<String, ?> found = question.ofMany.apply(inspector()).apply(TableSelection.TABLES.only(ADDRESSES));
        assertThat(Set.of(ADDRESSES)).containsAll(found.keySet());
        assertThat(question.ofMany.apply(inspector()).apply(TableSelection.TABLES.only(List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void missingTableIsAnErrorThatNamesIt(Question question) {
        assertThatThrownBy(() -> question.ofOne.apply(inspector()).apply(new Place("many_none", null)))
                .isInstanceOf(NoSuchTableException.class)
                .hasMessageContaining("[many_none]");
    }

    @Test
    void viewHasNoKeysAndConstraints() {
        assertThat(inspector().primaryKey(VIEW)).isEmpty();
        assertThat(inspector().foreignKeys(VIEW)).isEmpty();
        assertThat(inspector().uniqueConstraints(VIEW)).isEmpty();
        assertThat(inspector().checkConstraints(VIEW)).isEmpty();
        assertThat(inspector().indexes(VIEW)).isEmpty();
    }

    @Test
    void primaryKeysAreThoseOfTablesThatHaveOne() {
        Map<String, Reflected.PrimaryKey> keys = inspector().primaryKeys(TableSelection.TABLES);
        assertThat(own(keys.keySet())).containsExactly(ADDRESSES, USERS);
        assertThat(Objects.requireNonNull(keys.get(USERS)).columns()).containsExactly("user_id");
    }

    @Test
    void keyMayReferToItsOwnTable() {
        assertThat(inspector().foreignKeys(USERS)).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("fk_many_boss");
            assertThat(key.referred()).isEqualTo(new Reflected.Referred(null, USERS, List.of("user_id")));
        });
    }

    @Test
    void constraintsAreSortedByName() {
        assertThat(inspector().uniqueConstraints(USERS))
                .extracting(Reflected.Unique::name)
                .containsExactly("uq_many_boss", "uq_many_name");
        assertThat(inspector().uniqueConstraints(USERS).get(0).columns()).containsExactly("boss_id", "name");
        assertThat(inspector().checkConstraints(ADDRESSES))
                .extracting(Reflected.Check::name)
                .containsExactly("ck_many_id", "ck_many_remote");
        assertThat(inspector().indexes(ADDRESSES))
                .extracting(Reflected.Index::name)
                .filteredOn(name -> name.startsWith("ix_"))
                .containsExactly("ix_many_both", "ix_many_email");
    }

    @Test
    void answersAreKeptUntilTheyAreForgotten() {
        Inspector inspector = inspector();
        assertThat(inspector.hasTable("many_later")).isFalse();
        create("many_later", spec -> spec.column("a", INTEGER));
        assertThat(inspector.hasTable("many_later")).isFalse();
        inspector.clearCache();
        assertThat(inspector.hasTable("many_later")).isTrue();
        assertThat(inspector.columns("many_later")).hasSize(1);
    }

    @Test
    void metadataReadsAllTables() {
        MetaData read = new MetaData();
        read.reflect(engine(), spec -> spec.only(name -> name.startsWith(BEGINNING)));
        assertThat(read.tables()).extracting(Table::name).containsExactlyInAnyOrder(USERS, ADDRESSES, BARE);
        assertThat(read.table(ADDRESSES).foreignKeys().get(0).target()).isSameAs(read.table(USERS));
        assertThat(read.table(USERS).foreignKeys().get(0).target()).isSameAs(read.table(USERS));
        assertThat(read.sortedTables().indexOf(read.table(USERS)))
                .isLessThan(read.sortedTables().indexOf(read.table(ADDRESSES)));
    }

    @Test
    void metadataReadsViewsToo() {
        MetaData read = new MetaData();
        read.reflect(engine(), spec -> spec.views().only(name -> name.startsWith(BEGINNING)));
        assertThat(all(select(column(read.table(VIEW), "name", STRING)))).isEmpty();
        assertThat(bare.columns()).hasSameSizeAs(read.table(BARE).columns());
        assertThat(addresses.columns()).hasSameSizeAs(read.table(ADDRESSES).columns());
    }

    // ---- in another schema ----

    private void createElsewhere() {
        MetaData metadata = new MetaData();
        String prefix = schema() + ".";
        Table.of(metadata, USERS, spec -> users(spec.schema(schema()), prefix));
        Table.of(metadata, ADDRESSES, spec -> addresses(spec.schema(schema()), prefix));
        Table.of(metadata, BARE, spec -> bare(spec.schema(schema())));
        create(metadata);
    }

    @Requires(Capability.SCHEMAS)
    @Test
    void tablesOfAnotherSchemaAreSelected() {
        createElsewhere();
        assertThat(selected(TableSelection.EVERYTHING.inSchema(schema()))).containsExactly(ADDRESSES, BARE, USERS);
        assertThat(inspector().tableNames(schema())).contains(ADDRESSES, BARE, USERS);
        assertThat(inspector().viewNames(schema())).doesNotContain(VIEW);
    }

    @Requires(Capability.SCHEMAS)
    @Test
    void tablesOfAnotherSchemaTellTheSame() {
        createElsewhere();
        Inspector inspector = inspector();
        for (Question question : questions()) {
            Map<String, ?> many = question.ofMany.apply(inspector).apply(TableSelection.TABLES.inSchema(schema()));
            for (String name : List.of(USERS, ADDRESSES, BARE)) {
                Object alone = question.ofOne.apply(inspector).apply(new Place(name, schema()));
                Object here = question.ofOne.apply(inspector).apply(new Place(name, null));
                Object among = many.containsKey(name) ? many.get(name) : "none";
                assertThat(among).as("%s of %s", question, name).isEqualTo(alone);
                if (!question.name.equals("options")) { // a schema may have options of its own
                    assertThat(comparable(alone)).as("%s of %s", question, name).isEqualTo(comparable(here));
                }
            }
        }
    }

    /** Keys tell the schema that they refer to. */
    private Object comparable(Object answer) {
        return answer.toString().replace("schema=" + schema(), "schema=null").replace(schema() + ".", "");
    }

    @Requires(Capability.SCHEMAS)
    @ParameterizedTest
    @MethodSource("questions")
    void tableIsMissingInAnotherSchema(Question question) {
        assertThatThrownBy(() -> question.ofOne.apply(inspector()).apply(new Place(USERS, schema())))
                .isInstanceOf(NoSuchTableException.class)
                .hasMessageContaining(USERS);
    }

    @Requires(Capability.SCHEMAS)
    @Test
    void keysBetweenSchemasTellWhatTheyReferTo() {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "many_here",
                t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
        Table.of(
                metadata,
                "many_there",
                t -> t.schema(schema())
                        .column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
        Table.of(
                metadata, "many_outward", t -> t.column("id", INTEGER, c -> c.references(schema() + ".many_there.id")));
        create(metadata);
        assertThat(inspector().foreignKeys("many_outward"))
                .extracting(Reflected.ForeignKey::referred)
                .containsExactly(new Reflected.Referred(schema(), "many_there", List.of("id")));
        MetaData read = new MetaData();
        Table outward = Table.reflect(read, "many_outward", engine());
        assertThat(outward.foreignKeys().get(0).target()).isSameAs(read.table(schema() + ".many_there"));
    }

    @Requires(Capability.SCHEMAS)
    @Test
    void viewOfAnotherSchemaIsRead() {
        createElsewhere();
        String qualified = schema() + "." + VIEW;
        afterwards("DROP VIEW " + qualified);
        sql("CREATE VIEW " + qualified + " AS SELECT 1 AS one FROM " + schema() + "." + BARE);
        assertThat(inspector().viewNames(schema())).containsExactly(VIEW);
        assertThat(inspector().columns(VIEW, schema()))
                .extracting(Reflected.Column::name)
                .containsExactly("one");
        assertThat(inspector().viewDefinition(VIEW, schema()).orElseThrow()).containsIgnoringCase("select");
    }

    @Requires(Capability.SCHEMAS)
    @Test
    void ownSchemaIsFoundByItsName() {
        String own = inspector().defaultSchemaName();
        assertThat(inspector().schemaNames()).contains(own, schema());
        assertThat(inspector().hasSchema(own)).isTrue();
        assertThat(inspector().hasSchema("many_none")).isFalse();
        assertThat(inspector().columns(USERS, own)).isEqualTo(inspector().columns(USERS));
        assertThat(inspector().foreignKeys(USERS, own).get(0).referred().table())
                .isEqualTo(USERS);
    }

    @Requires(Capability.TRANSACTIONAL_DDL)
    @Test
    void inspectorOfAConnectionSeesItsTransaction() {
        try (Connection connection = engine().connect()) {
            connection.define("CREATE TABLE many_passing (a INTEGER)");
            assertThat(Inspector.of(connection).hasTable("many_passing")).isTrue();
            connection.rollback();
            assertThat(Inspector.of(connection).hasTable("many_passing")).isFalse();
        }
    }
}
