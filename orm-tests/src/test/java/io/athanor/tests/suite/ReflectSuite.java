package io.athanor.tests.suite;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.TEXT;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.NoSuchTableException;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.inspect.Inspector;
import io.athanor.sql.Sql;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.ForeignKey.Action;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables are read from the database into metadata, and can be used like those that were declared. */
public abstract class ReflectSuite extends DatabaseSuite {
    private final MetaData declared = new MetaData();
    private final MetaData metadata = new MetaData();

    protected ReflectSuite(Database database) {
        super(database);
    }

    private DdlCompiler ddl() {
        return engine.dialect().ddl(CompileRules.NONE);
    }

    private void createShop() {
        Table.of(
                declared,
                "customer",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("email", string(80), email -> email.notNull())
                        .column("credit", numeric(8, 2)));
        Table.of(
                declared,
                "purchase",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("customer_id", INTEGER, id -> id.notNull())
                        .column("number", BIGINT)
                        .index("ix_number", index -> index.on("number", "customer_id"))
                        .unique(List.of("number"), spec -> spec.name("uq_number"))
                        .foreignKey(
                                List.of("customer_id"),
                                List.of("customer.id"),
                                key -> key.name("fk_customer").onDelete(Action.CASCADE)));
        Table.of(
                declared,
                "note",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("text", TEXT));
        declared.createAll(engine);
        engine.transaction(connection -> connection.define(
                ddl().createView("numbers", select(declared.table("purchase").column("number")))));
    }

    private List<String> names() {
        return metadata.tables().stream().map(Table::name).sorted().toList();
    }

    @Test
    void allTablesAreRead() {
        createShop();
        metadata.reflect(engine);
        assertThat(names()).containsExactly("customer", "note", "purchase");
        Table purchase = metadata.table("purchase");
        assertThat(purchase.primaryKey()).extracting(Column::name).containsExactly("id");
        assertThat(purchase.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("fk_customer");
            assertThat(key.target()).isSameAs(metadata.table("customer"));
            assertThat(key.onDelete()).isEqualTo(Action.CASCADE);
        });
        assertThat(purchase.index("ix_number").columns())
                .extracting(column -> column.name())
                .containsExactly("number", "customer_id");
        assertThat(purchase.constraint("uq_number").columns())
                .extracting(column -> column.name())
                .containsExactly("number");
    }

    @Test
    void readTableIsUsedLikeADeclaredOne() {
        createShop();
        Table customer = Table.reflect(metadata, "customer", engine);
        Column<Integer> id = customer.column("id", INTEGER);
        Column<String> email = customer.column("email", string(80));
        engine.transaction(connection -> connection.execute(insert(customer).set(email, "ed@example.org")));
        assertThat(customer.column("id").autoincrement()
                        || customer.column("id").identity() != null)
                .isTrue();
        try (Connection connection = engine.connect()) {
            assertThat(connection.execute(select(email).where(id.eq(1))).all()).containsExactly("ed@example.org");
        }
        assertThat(Sql.render(select(email))).contains("customer.email");
    }

    @Test
    void onlySomeTablesAreRead() {
        createShop();
        metadata.reflect(engine, spec -> spec.only("note"));
        assertThat(names()).containsExactly("note");
        metadata.reflect(engine, spec -> spec.only(name -> name.startsWith("c")));
        assertThat(names()).containsExactly("customer", "note");
        MetaData other = new MetaData();
        other.reflect(engine, spec -> spec.exclude("note", "purchase"));
        assertThat(other.tables()).extracting(Table::name).containsExactly("customer");
    }

    @Test
    void missingTableIsRefusedByName() {
        assertThatThrownBy(() -> Table.reflect(metadata, "nothing", engine))
                .isInstanceOf(NoSuchTableException.class)
                .hasMessageContaining("[nothing]");
        assertThat(metadata.tables()).isEmpty();
    }

    @Test
    void viewsAreReadIfAskedFor() {
        createShop();
        metadata.reflect(engine, spec -> spec.views());
        assertThat(names()).containsExactly("customer", "note", "numbers", "purchase");
        assertThat(metadata.table("numbers").columns()).extracting(Column::name).containsExactly("number");
        assertThat(metadata.table("numbers").primaryKeyConstraint()).isNull();
        assertThat(Table.reflect(new MetaData(), "numbers", engine).columns()).hasSize(1);
    }

    @Test
    void foreignKeysBringTheirTablesUnlessTheyAreLeftOpen() {
        createShop();
        Table.reflect(metadata, "purchase", engine);
        assertThat(names()).containsExactly("customer", "purchase");
        MetaData other = new MetaData();
        Table purchase = Table.reflect(other, "purchase", engine, spec -> spec.resolveForeignKeys(false));
        assertThat(other.tables()).containsExactly(purchase);
        ForeignKey key = purchase.foreignKeys().get(0);
        assertThatThrownBy(key::target).isInstanceOf(ArgumentException.class).hasMessageContaining("[customer]");
        Table customer = Table.reflect(other, "customer", engine);
        assertThat(key.target()).isSameAs(customer);
    }

    @Test
    void tableThatIsThereStaysOrIsExtended() {
        createShop();
        Table.of(
                metadata,
                "purchase",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("number", INTEGER, number -> number.key("count")));
        metadata.reflect(engine);
        Table purchase = metadata.table("purchase");
        assertThat(purchase.columns()).hasSize(2);
        metadata.reflect(engine, spec -> spec.extendExisting());
        assertThat(metadata.table("purchase")).isSameAs(purchase);
        assertThat(purchase.columns()).extracting(Column::name).containsExactly("id", "number", "customer_id");
        assertThat(purchase.column("count").type()).isEqualTo(INTEGER);
        assertThat(purchase.foreignKeys()).hasSize(1);
        assertThat(purchase.index("ix_number").columns()).hasSize(2);
        metadata.reflect(engine, spec -> spec.extendExisting());
        assertThat(purchase.columns()).hasSize(3);
        assertThat(purchase.foreignKeys()).hasSize(1);
        assertThat(purchase.indexes()).hasSize(1);
    }

    @Test
    void columnsMayBeStatedByTheUser() {
        createShop();
        Table purchase = Table.reflect(
                metadata,
                "purchase",
                engine,
                spec -> spec.define("purchase", table -> table.column("number", string(20), n -> n.key("label"))));
        assertThat(purchase.columns()).extracting(Column::name).containsExactly("number", "id", "customer_id");
        assertThat(purchase.column("label").type()).isEqualTo(string(20));
        assertThat(purchase.index("ix_number").columns())
                .extracting(column -> column.key())
                .containsExactly("label", "customer_id");
    }

    @Test
    void listenerChangesColumns() {
        createShop();
        metadata.reflect(
                engine,
                spec -> spec.onColumn(column -> {
                    if (column.name().equals("credit")) {
                        column.type(string(30));
                    } else if (column.name().equals("number")) {
                        column.skip();
                    } else if (column.name().equals("id")) {
                        column.key(column.table() + "Id");
                    }
                }));
        assertThat(metadata.table("customer").column("credit").type()).isEqualTo(string(30));
        assertThat(metadata.table("customer").column("customerId").name()).isEqualTo("id");
        Table purchase = metadata.table("purchase");
        assertThat(purchase.columns()).extracting(Column::key).containsExactly("purchaseId", "customer_id");
        assertThat(purchase.indexes()).isEmpty();
        assertThat(purchase.foreignKeys().get(0).referredColumns())
                .containsExactly(metadata.table("customer").column("customerId"));
    }

    @Test
    void schemaIsReadUnderItsName() {
        if (!has(Capability.SCHEMAS)) {
            return;
        }
        createSchema("Other Place");
        String own = Inspector.of(engine).defaultSchemaName();
        Table.of(declared, "customer", table -> table.schema(own).column("id", INTEGER, id -> id.primaryKey()));
        Table.of(
                declared,
                "purchase",
                table -> table.schema("Other Place")
                        .column("id", INTEGER, id -> id.primaryKey())
                        .column("customer_id", INTEGER, id -> id.references(own + ".customer.id"))
                        .column("before_id", INTEGER, id -> id.references("Other Place.purchase.id")));
        declared.createAll(engine);
        metadata.reflect(engine, spec -> spec.schema("Other Place"));
        assertThat(metadata.tables())
                .extracting(Table::schema, Table::name)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Other Place", "purchase"),
                        org.assertj.core.groups.Tuple.tuple(null, "customer"));
        Table purchase = metadata.table("Other Place.purchase");
        assertThat(purchase.foreignKeys())
                .extracting(ForeignKey::target)
                .containsExactlyInAnyOrder(purchase, metadata.table("customer"));
    }

    @Test
    void ownSchemaAskedForByNameIsOneSchemaThroughout() {
        createShop();
        String own = Inspector.of(engine).defaultSchemaName();
        Table purchase = Table.reflect(metadata, "purchase", engine, spec -> spec.schema(own));
        assertThat(purchase.schema()).isEqualTo(own);
        assertThat(purchase.foreignKeys().get(0).target().schema()).isEqualTo(own);
        assertThat(metadata.tables()).hasSize(2);
    }

    @Test
    void oddNamesAreReadAndReferTo() {
        for (String name : InspectorSuite.ODD_NAMES) {
            Table.of(declared, "a " + name, table -> table.column(name, INTEGER, id -> id.primaryKey()));
            Table.of(
                    declared,
                    "b " + name,
                    table -> table.column("b", INTEGER, b -> b.primaryKey())
                            .column("to " + name, INTEGER)
                            .foreignKey(
                                    List.of("to " + name),
                                    new ForeignKey.Target(null, "a " + name, List.of(name)),
                                    key -> key.name("fk " + name)));
        }
        declared.createAll(engine);
        metadata.reflect(engine);
        for (String name : InspectorSuite.ODD_NAMES) {
            Table target = metadata.table("a " + name);
            assertThat(metadata.table("b " + name).foreignKeys())
                    .singleElement()
                    .satisfies(key -> {
                        assertThat(key.name()).isEqualTo("fk " + name);
                        assertThat(key.target()).isSameAs(target);
                        assertThat(key.referredColumns()).containsExactly(target.column(name));
                    });
        }
        metadata.dropAll(engine);
        metadata.createAll(engine);
        MetaData again = new MetaData();
        again.reflect(engine);
        assertThat(again.tables()).hasSameSizeAs(metadata.tables());
    }

    @Test
    void unknownTypeKeepsItsName() {
        String type = switch (database) {
            case SQLITE -> "STRANGE";
            case H2 -> "INTERVAL YEAR";
            case POSTGRESQL, MARIADB -> "POINT";
        };
        engine.transaction(connection -> connection.define("CREATE TABLE odd (a " + type + ")"));
        Table odd = Table.reflect(metadata, "odd", engine);
        assertThat(odd.column("a").type().javaType()).isEqualTo(Object.class);
        assertThat(odd.column("a").type().toString()).contains(type);
        metadata.dropAll(engine);
        metadata.createAll(engine);
    }
}
