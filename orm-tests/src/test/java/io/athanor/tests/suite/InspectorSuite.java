package io.athanor.tests.suite;

import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.engine.Connection;
import io.athanor.engine.NoSuchTableException;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.inspect.Inspector;
import io.athanor.engine.inspect.TableSelection;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inspector tells what the database holds, whole and in few statements. */
public abstract class InspectorSuite extends DatabaseSuite {
    static final List<String> ODD_NAMES = List.of(
            "plain",
            "Mixed Case",
            "UPPER and",
            "per % cent",
            "percent %%",
            "quo\"te",
            "back`tick",
            "it's",
            "[brackets]",
            "(parens)",
            "dot.s",
            "sc/hema",
            "semi;colon",
            "col:on",
            "que?stion",
            "select",
            "äöü 漢",
            "3digits",
            "back\\slash");

    private final MetaData metadata = new MetaData();
    private Inspector inspector;

    protected InspectorSuite(Database database) {
        super(database);
    }

    @BeforeEach
    final void inspect() {
        inspector = Inspector.of(engine);
    }

    private DdlCompiler ddl() {
        return engine.dialect().ddl(CompileRules.NONE);
    }

    private void define(String sql) {
        engine.transaction(connection -> connection.define(sql));
    }

    private void createShop() {
        Table.of(
                metadata,
                "customer",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column(
                                "email",
                                string(80),
                                email -> email.notNull().serverDefault(literalColumn("'none'", string(80))))
                        .column("credit", numeric(8, 2))
                        .unique(List.of("email"), spec -> spec.name("uq_email"))
                        .check("ck_credit", table.added("credit", numeric(8, 2)).gt(new java.math.BigDecimal("1.5"))));
        Table.of(
                metadata,
                "purchase",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("customer_id", INTEGER, id -> id.notNull())
                        .column("number", BIGINT)
                        .index(
                                "ix_number",
                                index -> index.on(table.added("number", BIGINT).desc())
                                        .on("customer_id"))
                        .index(
                                "ix_customer",
                                index -> index.on("customer_id", "number").unique())
                        .foreignKey(
                                List.of("customer_id"),
                                List.of("customer.id"),
                                key -> key.name("fk_customer").onDelete(Action.CASCADE)));
        metadata.createAll(engine);
        define(ddl().createView("numbers", select(metadata.table("purchase").column("number"))));
        recording.clear();
    }

    @Test
    void tablesAndViewsAreToldApart() {
        createShop();
        assertThat(inspector.tableNames()).containsExactly("customer", "purchase");
        assertThat(inspector.viewNames()).containsExactly("numbers");
        assertThat(inspector.hasTable("customer")).isTrue();
        assertThat(inspector.hasTable("numbers")).isTrue();
        assertThat(inspector.hasTable("nothing")).isFalse();
        assertThat(inspector.relations(TableSelection.EVERYTHING))
                .extracting(Reflected.Relation::name, Reflected.Relation::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("customer", Kind.TABLE),
                        org.assertj.core.groups.Tuple.tuple("numbers", Kind.VIEW),
                        org.assertj.core.groups.Tuple.tuple("purchase", Kind.TABLE));
    }

    @Test
    void columnsHaveTypeNullnessAndDefault() {
        createShop();
        List<Reflected.Column> columns = inspector.columns("customer");
        assertThat(columns).extracting(Reflected.Column::name).containsExactly("id", "email", "credit");
        assertThat(columns).extracting(Reflected.Column::nullable).containsExactly(false, false, true);
        assertThat(columns.get(0).type()).isEqualTo(INTEGER);
        assertThat(columns.get(1).type()).isEqualTo(string(80));
        assertThat(columns.get(2).type()).isEqualTo(numeric(8, 2));
        assertThat(columns.get(1).serverDefault()).contains("none");
        assertThat(columns.get(2).serverDefault()).isNull();
        assertThat(columns.get(0).autoincrement() || columns.get(0).identity() != null)
                .isTrue();
        assertThat(columns.get(2).autoincrement() || columns.get(2).identity() != null)
                .isFalse();
    }

    @Test
    void viewHasColumnsAndADefinition() {
        createShop();
        assertThat(inspector.columns("numbers"))
                .extracting(Reflected.Column::name)
                .containsExactly("number");
        assertThat(inspector.viewDefinition("numbers", null))
                .hasValueSatisfying(sql -> assertThat(sql).containsIgnoringCase("select"));
        assertThat(inspector.viewDefinition("customer", null)).isEmpty();
    }

    @Test
    void keysConstraintsAndIndexesAreRead() {
        createShop();
        assertThat(inspector.primaryKey("customer"))
                .hasValueSatisfying(key -> assertThat(key.columns()).containsExactly("id"));
        assertThat(inspector.foreignKeys("customer")).isEmpty();
        assertThat(inspector.foreignKeys("purchase")).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("fk_customer");
            assertThat(key.columns()).containsExactly("customer_id");
            assertThat(key.referred()).isEqualTo(new Reflected.Referred(null, "customer", List.of("id")));
            assertThat(key.options().onDelete()).isEqualTo(Action.CASCADE);
            assertThat(key.options().onUpdate()).isNull();
        });
        assertThat(inspector.uniqueConstraints("customer")).singleElement().satisfies(unique -> {
            assertThat(unique.name()).isEqualTo("uq_email");
            assertThat(unique.columns()).containsExactly("email");
        });
        assertThat(inspector.checkConstraints("customer")).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo("ck_credit");
            assertThat(check.sql()).containsIgnoringCase("credit").contains("1.5");
        });
        assertThat(inspector.indexes("purchase"))
                .filteredOn(index -> index.name().startsWith("ix"))
                .satisfiesExactly(
                        index -> {
                            assertThat(index.name()).isEqualTo("ix_customer");
                            assertThat(index.isUnique()).isTrue();
                            assertThat(index.columns()).containsExactly("customer_id", "number");
                        },
                        index -> {
                            assertThat(index.isUnique()).isFalse();
                            assertThat(index.elements())
                                    .containsExactly(
                                            new Reflected.Element("number", false, true, null),
                                            Reflected.Element.column("customer_id"));
                        });
        assertThat(inspector.hasIndex("purchase", "ix_number", null)).isTrue();
        assertThat(inspector.hasIndex("purchase", "ix_nothing", null)).isFalse();
        assertThat(inspector.hasIndex("nothing", "ix_number", null)).isFalse();
    }

    @Test
    void missingTableIsNamed() {
        assertThatThrownBy(() -> inspector.columns("nothing"))
                .isInstanceOf(NoSuchTableException.class)
                .hasMessageContaining("[nothing]");
        assertThatThrownBy(() -> inspector.indexes("nothing")).isInstanceOf(NoSuchTableException.class);
        assertThatThrownBy(() -> inspector.primaryKey("nothing")).isInstanceOf(NoSuchTableException.class);
        assertThat(inspector.columns(TableSelection.TABLES.only("nothing"))).isEmpty();
    }

    @Test
    void wholeSchemaIsReadInAsFewStatementsAsOneTable() {
        createShop();
        for (int i = 0; i < 10; i++) {
            int number = i;
            Table.of(
                    metadata,
                    "more" + i,
                    table -> table.column("id", INTEGER, id -> id.primaryKey())
                            .column("other", INTEGER, other -> other.references("customer.id"))
                            .index("ix_more" + number, "other"));
        }
        metadata.createAll(engine);
        inspector.relations(TableSelection.TABLES);
        recording.clear();
        inspector.columns("customer");
        int forOne = recording.sql("").size();
        recording.clear();
        Map<String, List<Reflected.Column>> all = inspector.columns(TableSelection.TABLES);
        assertThat(recording.sql("")).hasSameSizeAs(new Object[forOne]);
        assertThat(all).hasSize(12);
        assertThat(all.get("more7")).extracting(Reflected.Column::name).containsExactly("id", "other");
        assertThat(inspector.foreignKeys(TableSelection.TABLES).get("more3")).hasSize(1);
        assertThat(inspector.indexes(TableSelection.TABLES.only("more2", "more4")))
                .containsOnlyKeys("more2", "more4");
        assertThat(inspector.primaryKeys(TableSelection.TABLES.only(name -> name.startsWith("more"))))
                .hasSize(10);
        assertThat(inspector.columns(TableSelection.TABLES.kinds(Kind.VIEW))).containsOnlyKeys("numbers");
    }

    @Test
    void answersAreKeptUntilTheCacheIsCleared() {
        createShop();
        assertThat(inspector.tableNames()).hasSize(2);
        define("CREATE TABLE later (id INTEGER)");
        assertThat(inspector.tableNames()).hasSize(2);
        inspector.clearCache();
        assertThat(inspector.tableNames()).containsExactly("customer", "later", "purchase");
        recording.clear();
        assertThat(inspector.columns("later")).hasSize(1);
        recording.clear();
        assertThat(inspector.columns("later")).hasSize(1);
        assertThat(recording.sql("")).isEmpty();
    }

    @Test
    void temporaryTableIsSeenOnItsConnection() {
        assumeTrue(database != Database.MARIADB, "the information schema tells no columns of temporary tables");
        try (Connection connection = engine.connect()) {
            Table temporary = Table.of(
                    metadata,
                    "passing",
                    table -> table.temporary()
                            .column("id", INTEGER, id -> id.primaryKey())
                            .column("name", string(10))
                            .unique(List.of("name"), spec -> spec.name("uq_passing")));
            connection.define(ddl().createTable(temporary));
            Inspector own = Inspector.of(connection);
            assertThat(own.temporaryTableNames()).containsExactly("passing");
            assertThat(own.tableNames()).isEmpty();
            assertThat(own.columns("passing"))
                    .extracting(Reflected.Column::name)
                    .containsExactly("id", "name");
            assertThat(own.primaryKey("passing")).isPresent();
            assertThat(own.uniqueConstraints("passing"))
                    .extracting(Reflected.Unique::columns)
                    .containsExactly(List.of("name"));
            connection.define(ddl().dropTable(temporary));
            connection.rollback();
        }
    }

    @Test
    void namesMayHoldAnything() {
        for (String name : ODD_NAMES) {
            Table.of(
                    metadata,
                    "t " + name,
                    table -> table.column(name, INTEGER)
                            .column("b " + name, INTEGER)
                            .primaryKey(List.of(name), spec -> spec.name("pk " + name))
                            .unique(List.of("b " + name), spec -> spec.name("uq " + name))
                            .check(
                                    "ck " + name,
                                    table.added("b " + name, INTEGER).gt(0))
                            .index("ix " + name, "b " + name));
        }
        metadata.createAll(engine);
        for (String name : ODD_NAMES) {
            String table = "t " + name;
            assertThat(inspector.hasTable(table)).as(table).isTrue();
            assertThat(inspector.columns(table))
                    .extracting(Reflected.Column::name)
                    .containsExactly(name, "b " + name);
            assertThat(inspector.primaryKey(table))
                    .hasValueSatisfying(key -> assertThat(key.columns()).containsExactly(name));
            assertThat(inspector.uniqueConstraints(table))
                    .contains(new Reflected.Unique("uq " + name, List.of("b " + name)));
            assertThat(inspector.checkConstraints(table))
                    .extracting(Reflected.Check::name)
                    .containsExactly("ck " + name);
            assertThat(inspector.hasIndex(table, "ix " + name, null)).isTrue();
        }
        assertThat(inspector.tableNames())
                .containsExactlyInAnyOrderElementsOf(
                        ODD_NAMES.stream().map(name -> "t " + name).toList());
    }

    /** Where names are folded to upper case, a quoted one in upper case is the same as one without quotes. */
    @Test
    void nameInUpperCaseIsFoundUnderItself() {
        Table.of(
                metadata,
                "UPPER",
                table -> table.column("ID", INTEGER, id -> id.primaryKey()).index("IX", "ID"));
        metadata.createAll(engine);
        assertThat(inspector.hasTable("UPPER")).isTrue();
        assertThat(inspector.columns("UPPER"))
                .singleElement()
                .satisfies(column -> assertThat(column.name()).isEqualToIgnoringCase("id"));
        assertThat(inspector.indexes("UPPER")).hasSize(1);
        assertThat(inspector.primaryKey("UPPER")).isPresent();
    }

    @Test
    void schemasAreReadByName() {
        assertThat(inspector.hasSchema(inspector.defaultSchemaName())).isTrue();
        if (!has(Capability.SCHEMAS)) {
            return;
        }
        createSchema("Other Place");
        createSchema("apart");
        for (String schema : List.of("Other Place", "apart")) {
            Table.of(metadata, "customer", table -> table.schema(schema).column("id", INTEGER, id -> id.primaryKey()));
            Table.of(
                    metadata,
                    "purchase",
                    table -> table.schema(schema)
                            .column("id", INTEGER, id -> id.primaryKey())
                            .column("customer_id", INTEGER)
                            .foreignKey(new String[] {"customer_id"}, schema + ".customer.id"));
        }
        metadata.createAll(engine);
        inspector.clearCache();
        assertThat(inspector.schemaNames()).contains("Other Place", "apart");
        assertThat(inspector.tableNames()).isEmpty();
        for (String schema : List.of("Other Place", "apart")) {
            assertThat(inspector.tableNames(schema)).containsExactly("customer", "purchase");
            assertThat(inspector.hasTable("customer", schema)).isTrue();
            assertThat(inspector.columns("purchase", schema)).hasSize(2);
            assertThat(inspector.foreignKeys("purchase", schema))
                    .extracting(Reflected.ForeignKey::referred)
                    .containsExactly(new Reflected.Referred(schema, "customer", List.of("id")));
        }
        assertThat(inspector.hasTable("customer")).isFalse();
    }

    @Test
    void sequencesAreRead() {
        if (!has(Capability.SEQUENCES)) {
            assertThat(inspector.sequenceNames(null)).isEmpty();
            return;
        }
        define(ddl().createSequence(Sequence.of("plain_seq")));
        define(ddl().createSequence(Sequence.of("Odd Seq", spec -> spec.start(5).increment(3))));
        assertThat(inspector.sequenceNames(null)).containsExactlyInAnyOrder("plain_seq", "Odd Seq");
        assertThat(inspector.hasSequence("plain_seq", null)).isTrue();
        assertThat(inspector.hasSequence("nothing", null)).isFalse();
        assertThat(inspector.sequences(null))
                .filteredOn(each -> each.name().equals("Odd Seq"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.options().start()).isEqualTo(5);
                    assertThat(each.options().increment()).isEqualTo(3);
                });
        assertThat(inspector.sequences(null))
                .filteredOn(each -> each.name().equals("plain_seq"))
                .singleElement()
                .satisfies(each -> assertThat(each.options()).isEqualTo(Sequence.Options.NONE));
        define(ddl().dropSequence(Sequence.of("plain_seq"), DdlOption.IF_EXISTS));
    }

    @Test
    void computedColumnsAndCommentsAreRead() {
        Table.of(metadata, "computing", table -> {
            table.column("a", INTEGER, a -> a.comment("the 'first'"));
            table.column(
                    "twice",
                    INTEGER,
                    twice -> twice.computed(table.added("a", INTEGER).times(2), true));
            table.comment("it counts");
        });
        metadata.createAll(engine);
        List<Reflected.Column> columns = inspector.columns("computing");
        assertThat(columns.get(0).computed()).isNull();
        assertThat(columns.get(1).computed()).isNotNull();
        assertThat(columns.get(1).computed().sql()).containsIgnoringCase("a").contains("2");
        assertThat(columns.get(1).serverDefault()).isNull();
        if (inspector.tableComment("computing", null).isPresent()) {
            assertThat(inspector.tableComment("computing", null)).contains("it counts");
            assertThat(columns.get(0).comment()).isEqualTo("the 'first'");
            assertThat(inspector.tableComments(TableSelection.TABLES)).isEqualTo(Map.of("computing", "it counts"));
        }
    }
}
