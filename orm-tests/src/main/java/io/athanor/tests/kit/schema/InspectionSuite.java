package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.inspect.Inspector;
import io.athanor.engine.inspect.TableSelection;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the inspector tells of tables, views, columns, keys, constraints, indexes, comments and schemas. */
@Requires(Capability.REFLECTION)
public abstract class InspectionSuite extends KitSuite {
    private static final List<String> NAMES = List.of(
            "plain", "Mixed Case", "per%cent", "quo\"te", "it's", "dot.s", "semi;colon", "select", "äöü 漢", "3digits");

    private final Table parent = table(
            "insp_parent",
            t -> t.column("id", INTEGER, c -> c.primaryKey())
                    .column("email", string(80), c -> c.notNull().serverDefault(Sql.value("none")))
                    .column("credit", numeric(8, 2))
                    .unique(List.of("email"), u -> u.name("uq_insp_email"))
                    .check("ck_insp_credit", t.added("credit", numeric(8, 2)).gt(new BigDecimal("1.5"))));
    private final Table child = table(
            "insp_child",
            t -> t.column("b", INTEGER)
                    .column("a", BIGINT)
                    .column("parent_id", INTEGER)
                    .primaryKey("b", "a")
                    .index("ix_insp_child", "a", "parent_id")
                    .index("ix_insp_unique", ix -> ix.on("parent_id").unique())
                    .foreignKey(
                            List.of("parent_id"),
                            List.of("insp_parent.id"),
                            f -> f.name("fk_insp_parent").onDelete(ForeignKey.Action.CASCADE)));

    /** Create the suite. */
    protected InspectionSuite() {}

    static List<String> names() {
        return NAMES;
    }

    private Inspector inspector() {
        return Inspector.of(engine());
    }

    private Reflected.Column columnOf(Table table, String name) {
        return inspector().columns(table.name()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tablesAreNamed() {
        assertThat(inspector().tableNames()).contains("insp_parent", "insp_child");
    }

    @Test
    void tableIsFound() {
        assertThat(inspector().hasTable("insp_parent")).isTrue();
        assertThat(inspector().hasTable("insp_none")).isFalse();
    }

    @Test
    void columnsAreNamedInTheirOrder() {
        assertThat(inspector().columns("insp_parent"))
                .extracting(Reflected.Column::name)
                .containsExactly("id", "email", "credit");
        assertThat(inspector().columns("insp_child"))
                .extracting(Reflected.Column::name)
                .containsExactly("b", "a", "parent_id");
    }

    @Test
    void columnsTellWhetherTheyTakeNull() {
        assertThat(inspector().columns("insp_parent"))
                .extracting(Reflected.Column::nullable)
                .containsExactly(false, false, true);
    }

    @Test
    void columnsHaveTheirTypes() {
        assertThat(columnOf(parent, "id").type()).isEqualTo(INTEGER);
        assertThat(columnOf(parent, "email").type()).isEqualTo(string(80));
        assertThat(columnOf(parent, "credit").type()).isEqualTo(numeric(8, 2));
        assertThat(columnOf(child, "a").type()).isEqualTo(BIGINT);
    }

    @Test
    void columnHasItsDefault() {
        assertThat(columnOf(parent, "email").serverDefault()).contains("none");
        assertThat(columnOf(parent, "credit").serverDefault()).isNull();
    }

    @Test
    void columnsOfSeveralTablesAreReadAtOnce() {
        assertThat(inspector().columns(TableSelection.TABLES.only("insp_parent", "insp_child")))
                .containsOnlyKeys("insp_parent", "insp_child");
    }

    @Test
    void primaryKeyHasItsColumnsInOrder() {
        assertThat(inspector().primaryKey("insp_parent").orElseThrow().columns())
                .containsExactly("id");
        assertThat(inspector().primaryKey("insp_child").orElseThrow().columns()).containsExactly("b", "a");
    }

    @Test
    void tableWithoutPrimaryKeyHasNone() {
        create("insp_bare", t -> t.column("x", INTEGER));
        assertThat(inspector().primaryKey("insp_bare")).isEmpty();
    }

    @Test
    void foreignKeyTellsWhatItRefersTo() {
        assertThat(inspector().foreignKeys("insp_parent")).isEmpty();
        assertThat(inspector().foreignKeys("insp_child")).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("fk_insp_parent");
            assertThat(key.columns()).containsExactly("parent_id");
            assertThat(key.referred().table()).isEqualTo("insp_parent");
            assertThat(key.referred().columns()).containsExactly("id");
            assertThat(key.options().onDelete()).isEqualTo(ForeignKey.Action.CASCADE);
        });
    }

    @Test
    void compositeForeignKeyKeepsItsPairs() {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "insp_to",
                t -> t.column("x", INTEGER).column("y", INTEGER).primaryKey("y", "x"));
        Table.of(
                metadata,
                "insp_from",
                t -> t.column("p", INTEGER)
                        .column("q", INTEGER)
                        .foreignKey(new String[] {"p", "q"}, "insp_to.y", "insp_to.x"));
        create(metadata);
        assertThat(inspector().foreignKeys("insp_from")).singleElement().satisfies(key -> {
            assertThat(key.columns()).containsExactly("p", "q");
            assertThat(key.referred().columns()).containsExactly("y", "x");
        });
    }

    @Test
    void uniqueConstraintIsRead() {
        assertThat(inspector().uniqueConstraints("insp_parent")).singleElement().satisfies(unique -> {
            assertThat(unique.name()).isEqualTo("uq_insp_email");
            assertThat(unique.columns()).containsExactly("email");
        });
    }

    @Test
    void checkIsRead() {
        assertThat(inspector().checkConstraints("insp_parent")).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo("ck_insp_credit");
            assertThat(check.sql()).containsIgnoringCase("credit").contains("1.5");
        });
    }

    @Test
    void indexesAreRead() {
        assertThat(inspector().indexes("insp_child"))
                .filteredOn(index -> index.name().equals("ix_insp_child"))
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.elements())
                            .extracting(Reflected.Element::text)
                            .containsExactly("a", "parent_id");
                    assertThat(index.isUnique()).isFalse();
                });
    }

    @Test
    void uniqueIndexIsTold() {
        assertThat(inspector().indexes("insp_child"))
                .filteredOn(index -> index.name().equals("ix_insp_unique"))
                .singleElement()
                .satisfies(index -> assertThat(index.isUnique()).isTrue());
    }

    @Test
    void indexIsFound() {
        assertThat(inspector().hasIndex("insp_child", "ix_insp_child", null)).isTrue();
        assertThat(inspector().hasIndex("insp_child", "ix_none", null)).isFalse();
    }

    @Test
    void viewHasColumnsAndADefinition() {
        afterwards(ddl().dropView("insp_view"));
        sql(ddl().createView("insp_view", select(column(parent, "email", STRING))));
        assertThat(inspector().viewNames()).contains("insp_view");
        assertThat(inspector().tableNames()).doesNotContain("insp_view");
        assertThat(inspector().columns("insp_view"))
                .extracting(Reflected.Column::name)
                .containsExactly("email");
        assertThat(inspector().viewDefinition("insp_view", null).orElseThrow()).containsIgnoringCase("select");
    }

    @Requires(Capability.COMMENTS)
    @Test
    void commentsAreRead() {
        create(
                "insp_comment",
                t -> t.column("a", INTEGER, c -> c.comment("it's a column")).comment("a \"table\" 50%"));
        assertThat(inspector().tableComment("insp_comment", null)).contains("a \"table\" 50%");
        assertThat(inspector().columns("insp_comment").get(0).traits().comment())
                .isEqualTo("it's a column");
    }

    @Requires(Capability.SEQUENCES)
    @Test
    void sequencesAreNamed() {
        MetaData metadata = new MetaData();
        Sequence.of(metadata, "insp_numbers", s -> s.start(5));
        create(metadata);
        assertThat(inspector().sequenceNames(null)).contains("insp_numbers");
        assertThat(inspector().hasSequence("insp_numbers", null)).isTrue();
        assertThat(inspector().hasSequence("insp_none", null)).isFalse();
    }

    @Requires(Capability.SCHEMAS)
    @Test
    void tablesOfAnotherSchemaAreTold() {
        MetaData metadata = new MetaData();
        Table.of(metadata, "insp_else", t -> t.schema(schema()).column("a", INTEGER, c -> c.primaryKey()));
        create(metadata);
        assertThat(inspector().schemaNames()).contains(schema());
        assertThat(inspector().tableNames(schema())).contains("insp_else");
        assertThat(inspector().tableNames()).doesNotContain("insp_else");
        assertThat(inspector().hasTable("insp_else", schema())).isTrue();
        assertThat(inspector().hasTable("insp_else")).isFalse();
        assertThat(inspector().columns("insp_else", schema())).hasSize(1);
    }

    @Requires(Capability.IDENTITY_COLUMNS)
    @Test
    void identityIsTold() {
        create("insp_identity", t -> t.column("id", INTEGER, c -> c.primaryKey().identity(i -> i.start(42))));
        assertThat(inspector().columns("insp_identity").get(0).traits().identity())
                .isNotNull();
    }

    @Requires(Capability.STORED_COMPUTED_COLUMNS)
    @Test
    void computedColumnIsTold() {
        create(
                "insp_computed",
                t -> t.column("a", INTEGER)
                        .column(
                                "twice",
                                INTEGER,
                                c -> c.computed(t.added("a", INTEGER).times(2), true)));
        Reflected.Computed computed =
                inspector().columns("insp_computed").get(1).traits().computed();
        assertThat(computed).isNotNull();
        assertThat(java.util.Objects.requireNonNull(computed).sql()).contains("2");
    }

    @ParameterizedTest
    @MethodSource("names")
    void oddNamesPassThroughEverything(String name) {
        create(
                name,
                t -> t.column(name, INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("x", INTEGER));
        assertThat(inspector().hasTable(name)).isTrue();
        assertThat(inspector().tableNames()).contains(name);
        assertThat(inspector().columns(name)).extracting(Reflected.Column::name).containsExactly(name, "x");
        assertThat(inspector().primaryKey(name).orElseThrow().columns()).containsExactly(name);
        assertThat(inspector().foreignKeys(name)).isEmpty();
        assertThat(inspector().uniqueConstraints(name)).isEmpty();
        assertThat(inspector().checkConstraints(name)).isEmpty();
    }

    @Test
    void reflectedTableIsSelectedFrom() {
        rows(parent, row(1, "x", new BigDecimal("2.00")));
        Table found = Table.reflect(new MetaData(), "insp_parent", engine());
        assertThat(found.primaryKey()).extracting(NamedColumn::name).containsExactly("id");
        assertThat(one(select(column(found, "email", STRING)))).isEqualTo("x");
    }

    @Test
    void viewHasTheTypesOfItsTable() {
        Table t = create("insp_rows", s -> s.column("a", INTEGER).column("word", string(33)));
        afterwards(ddl().dropView("insp_view"));
        sql(ddl().createView("insp_view", select(t)));
        assertThat(inspector().columns("insp_view"))
                .extracting(Reflected.Column::name, Reflected.Column::type)
                .containsExactly(tuple("a", INTEGER), tuple("word", string(33)));
    }

    @Test
    void tableHasNoDefinitionAsAView() {
        create("insp_rows", t -> t.column("a", INTEGER));
        assertThat(inspector().viewDefinition("insp_rows", null)).isEmpty();
    }

    @Requires(Capability.MATERIALIZED_VIEWS)
    @Test
    void materializedViewIsOfItsOwnKind() {
        create("insp_rows", t -> t.column("a", INTEGER));
        afterwards("DROP MATERIALIZED VIEW insp_kept");
        sql("CREATE MATERIALIZED VIEW insp_kept AS SELECT a FROM insp_rows");
        assertThat(inspector().materializedViewNames(null)).containsExactly("insp_kept");
        assertThat(inspector().viewNames()).doesNotContain("insp_kept");
        assertThat(inspector().tableNames()).doesNotContain("insp_kept");
        assertThat(inspector().columns("insp_kept"))
                .extracting(Reflected.Column::name)
                .containsExactly("a");
    }

    @Requires(Capability.SEQUENCES)
    @Test
    void sequenceTellsHowItCounts() {
        MetaData metadata = new MetaData();
        Sequence.of(metadata, "insp_numbers", s -> s.start(7).increment(3));
        Sequence.of(metadata, "insp_more", s -> {});
        create(metadata);
        assertThat(inspector().sequenceNames(null)).containsSubsequence("insp_more", "insp_numbers");
        Reflected.Sequence sequence = inspector().sequences(null).stream()
                .filter(each -> each.name().equals("insp_numbers"))
                .findFirst()
                .orElseThrow();
        assertThat(sequence.options().start()).isEqualTo(7);
        assertThat(sequence.options().increment()).isEqualTo(3);
    }

    @Requires({Capability.SEQUENCES, Capability.SCHEMAS})
    @Test
    void sequenceOfAnotherSchemaIsRead() {
        MetaData metadata = new MetaData();
        Sequence.of(metadata, "insp_there", s -> s.schema(schema()));
        create(metadata);
        assertThat(inspector().sequenceNames(schema())).containsExactly("insp_there");
        assertThat(inspector().hasSequence("insp_there", schema())).isTrue();
        assertThat(inspector().hasSequence("insp_there", null)).isFalse();
    }

    @Requires({Capability.TEMPORARY_TABLES, Capability.TEMPORARY_REFLECTION})
    @Test
    void temporaryTableIsRead() {
        Table temporary = Table.of(
                new MetaData(),
                "insp_passing",
                t -> t.temporary()
                        .column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("name", string(12), c -> c.notNull())
                        .unique(List.of("name"), u -> u.name("uq_insp_passing")));
        try (Connection connection = engine().connect()) {
            connection.define(ddl().createTable(temporary));
            Inspector own = Inspector.of(connection);
            assertThat(own.temporaryTableNames()).containsExactly("insp_passing");
            assertThat(own.tableNames()).doesNotContain("insp_passing");
            assertThat(own.hasTable("insp_passing")).isTrue();
            assertThat(own.columns("insp_passing"))
                    .extracting(Reflected.Column::name, Reflected.Column::type, Reflected.Column::nullable)
                    .containsExactly(tuple("id", INTEGER, false), tuple("name", string(12), false));
            assertThat(own.primaryKey("insp_passing").orElseThrow().columns()).containsExactly("id");
            assertThat(own.uniqueConstraints("insp_passing"))
                    .extracting(Reflected.Unique::columns)
                    .containsExactly(List.of("name"));
            connection.define(ddl().dropTable(temporary));
            connection.commit();
        }
        assertThat(inspector().hasTable("insp_passing")).isFalse();
    }
}
