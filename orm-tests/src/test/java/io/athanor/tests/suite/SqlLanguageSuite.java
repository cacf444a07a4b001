package io.athanor.tests.suite;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.arrayOf;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import io.athanor.sql.Sql;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.SchemaEvents;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FrameBound;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Window;
import io.athanor.sql.type.CustomType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the expression language and the schema have beside plain statements, as the database sees it. */
public abstract class SqlLanguageSuite extends DatabaseSuite {
    private final MetaData metadata = new MetaData();
    private final Sale sale = Table.typed(metadata, "sale", Sale::new);
    private Connection connection;

    static final class Sale extends TypedTable {
        final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
        final Column<String> shop = column("shop", string(20), c -> {});
        final Column<Integer> net = column("net", INTEGER, c -> {});
        final Column<Integer> total = column(
                "total",
                INTEGER,
                c -> c.defaultFrom(row -> row.get(this.tax) + row.get(this.net))
                        .onUpdateFrom(row -> row.isSet(this.net) ? row.get(this.net) * 2 : -1));
        final Column<Integer> tax =
                column("tax", INTEGER, c -> c.defaultFrom(row -> row.get("net", Integer.class) / 5));

        Sale(TableSource source) {
            super(source);
        }
    }

    protected SqlLanguageSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void connect() {
        connection = engine.connect();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private void fill() {
        connection.createAll(metadata);
        connection.execute(insert(sale)
                .rows(
                        List.of(10, 20, 30),
                        (row, net) -> row.set(sale.net, net).set(sale.shop, net < 30 ? "north" : "south")));
    }

    @Test
    void defaultsSeeTheOtherValuesOfTheirRow() {
        fill();
        List<Row> rows = connection
                .execute(select(sale.net, sale.tax, sale.total).orderBy(sale.net))
                .all();
        assertThat(rows).extracting(row -> row.get(sale.tax)).containsExactly(2, 4, 6);
        assertThat(rows).extracting(row -> row.get(sale.total)).containsExactly(12, 24, 36);
    }

    @Test
    void defaultsSeeTheValuesOfEachExecution() {
        connection.createAll(metadata);
        for (int net : List.of(100, 200)) {
            connection.execute(insert(sale).set(sale.net, net).set(sale.tax, 1));
        }
        assertThat(connection.execute(select(sale.total).orderBy(sale.total)).all())
                .containsExactly(101, 201);
    }

    @Test
    void updatesSeeWhatTheySet() {
        fill();
        connection.execute(update(sale).set(sale.net, 50).where(sale.net.eq(10)));
        connection.execute(update(sale).set(sale.shop, "west").where(sale.net.eq(20)));
        assertThat(connection.execute(select(sale.total).orderBy(sale.total)).all())
                .containsExactly(-1, 36, 100);
    }

    @Test
    void defaultOfAValueThatIsSqlIsRefused() {
        connection.createAll(metadata);
        assertThatThrownBy(() -> connection.execute(
                        insert(sale).set(sale.net, Sql.value(3).plus(Sql.value(4)))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[net]")
                .hasMessageContaining("set by SQL");
    }

    @Test
    void defaultsThatNeedEachOtherAreRefused() {
        MetaData other = new MetaData();
        Table circle = Table.of(
                other,
                "circle",
                t -> t.column("id", INTEGER, c -> c.primaryKey())
                        .column("a", INTEGER, c -> c.defaultFrom(row -> row.get("b", Integer.class)))
                        .column("b", INTEGER, c -> c.defaultFrom(row -> row.get("a", Integer.class))));
        connection.createAll(other);
        assertThatThrownBy(() -> connection.execute(insert(circle).set(circle.column("id", INTEGER), 1)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("its own value");
    }

    @Test
    void windowWithANameIsStatedOnce() {
        fill();
        Window shop = partitionBy(sale.shop).named("by_shop");
        var sum = func.sum(sale.net).over(shop).label("s");
        var running = func.sum(sale.net)
                .over(shop.orderBy(sale.net).rows(FrameBound.UNBOUNDED_PRECEDING, FrameBound.CURRENT_ROW))
                .label("r");
        recording.clear();
        List<Row> rows = connection
                .execute(select(sale.net, sum, running).orderBy(sale.net))
                .all();
        assertThat(rows).extracting(row -> row.get(sum)).containsExactly(30, 30, 30);
        assertThat(rows).extracting(row -> row.get(running)).containsExactly(10, 30, 30);
        assertThat(recording.sql().get(0))
                .contains("sum(sale.net) OVER by_shop AS s")
                .contains("OVER (by_shop ORDER BY sale.net ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS r")
                .contains(" WINDOW by_shop AS (PARTITION BY sale.shop) ORDER BY");
    }

    @Test
    void eventsHappenAroundWhatIsCreatedAndDropped() {
        List<String> told = new ArrayList<>();
        sale.events()
                .on(SchemaEvents.Moment.BEFORE_CREATE, o -> told.add("before " + o.table()))
                .afterCreate(o -> ((Connection) o.target().orElseThrow())
                        .execute(insert(sale).set(sale.shop, "always").set(sale.net, 5)))
                .beforeDrop(o -> told.add(o.moment() + " " + o.dialect()));
        metadata.events()
                .afterCreate(text("CREATE VIEW shops AS SELECT shop FROM sale WHERE net < :most")
                        .bind("most", 7))
                .afterCreate(text("no SQL at all"), "no dialect")
                .beforeDrop(text("DROP VIEW shops"))
                .afterCreate(o -> told.add("all of " + o.tables().size()));
        connection.createAll(metadata);
        assertThat(connection.execute(text("SELECT shop FROM shops")).all())
                .extracting(row -> row.get(0))
                .containsExactly("always");
        connection.createAll(metadata);
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).startsWith("before ");
        assertThat(told.get(1)).isEqualTo("all of 1");
        connection.dropAll(metadata);
        assertThat(told).last().isEqualTo("BEFORE_DROP " + database.dialect());
    }

    @Test
    void tableIsCreatedOfAQuery() {
        fill();
        connection.ddl(
                ddl -> ddl.createTableAs("north", select(sale.id, sale.net).where(sale.shop.eq("north"))));
        assertThat(connection
                        .execute(text("SELECT net FROM north ORDER BY net"))
                        .all())
                .extracting(row -> ((Number) row.get(0)).intValue())
                .containsExactly(10, 20);
    }

    @Test
    void arraysAreCarried() {
        MetaData other = new MetaData();
        SqlType<List<Integer>> numbers = arrayOf(INTEGER);
        SqlType<List<String>> words = arrayOf(SqlTypes.STRING);
        SqlType<List<Color>> colors = arrayOf(SqlTypes.enumOf(Color.class));
        SqlType<List<List<Integer>>> grid = arrayOf(arrayOf(INTEGER));
        Table table = Table.of(
                other,
                "lists",
                t -> t.column("id", INTEGER, c -> c.primaryKey())
                        .column("numbers", numbers)
                        .column("words", words)
                        .column("colors", colors)
                        .column("grid", grid));
        if (!has(Capability.ARRAYS)) {
            assertThatThrownBy(() -> connection.createAll(other)).hasMessageContaining("[]");
            return;
        }
        connection.createAll(other);
        connection.execute(insert(table)
                .set(table.column("id", INTEGER), 1)
                .set(table.column("numbers", numbers), Arrays.asList(1, null, 3))
                .set(table.column("words", words), List.of("a,b", "{\"c\"}", ""))
                .set(table.column("colors", colors), List.of(Color.values()))
                .set(table.column("grid", grid), List.of(List.of(1, 2), List.of(3, 4))));
        connection.execute(insert(table)
                .set(table.column("id", INTEGER), 2)
                .setNull(table.column("numbers", numbers))
                .set(table.column("words", words), List.of()));
        List<Row> rows = connection
                .execute(select(table).orderBy(table.column("id", INTEGER)))
                .all();
        assertThat(rows.get(0).get(table.column("numbers", numbers))).containsExactly(1, null, 3);
        assertThat(rows.get(0).get(table.column("words", words))).containsExactly("a,b", "{\"c\"}", "");
        assertThat(rows.get(0).get(table.column("colors", colors))).containsExactly(Color.values());
        assertThat(rows.get(0).get(table.column("grid", grid))).containsExactly(List.of(1, 2), List.of(3, 4));
        assertThat(rows.get(1).get(table.column("numbers", numbers))).isNull();
        assertThat(rows.get(1).get(table.column("words", words))).isEmpty();
    }

    @Test
    void schemasAreWrittenAsTheEngineIsTold() {
        boolean hasSchemas = has(Capability.SCHEMAS);
        // Where there are none, the database itself goes by a name.
        String actual = hasSchemas ? "acme" : "main";
        if (hasSchemas) {
            createSchema(actual);
        }
        connection.close();
        MetaData other = new MetaData();
        Table notes = Table.of(other, "notes", t -> t.schema("tenant").column("text", string(20), c -> c.index()));
        Column<String> note = notes.column("text", string(20));
        CompileRules rules = CompileRules.NONE.withSchema("tenant", actual);
        try (Engine tenant =
                Engine.of(source, o -> o.dialect(database.dialect()).rules(rules))) {
            tenant.transaction(c -> {
                c.createAll(other);
                c.createAll(other);
                c.execute(insert(notes).set(note, "hello"));
            });
            recording.clear();
            List<String> found = tenant.inTransaction(
                    c -> c.execute(select(note).where(note.eq("hello"))).all());
            assertThat(found).containsExactly("hello");
            assertThat(recording.sql())
                    .containsExactly("SELECT " + actual + ".notes.text FROM " + actual + ".notes WHERE " + actual
                            + ".notes.text = ?");
        }
        connection = engine.connect();
    }

    private static final class CodeType extends CustomType<Color, String> {
        CodeType() {
            super(Color.class, SqlTypes.STRING, "CHARACTER VARYING(7)");
        }

        @Override
        protected String toStored(Color value) {
            return "c-" + value.ordinal();
        }

        @Override
        protected Color fromStored(String stored) {
            return Color.values()[Integer.parseInt(stored.substring(2))];
        }
    }

    @Test
    void typeWithANameOfItsOwnIsWrittenAndCarried() {
        MetaData other = new MetaData();
        CodeType code = new CodeType();
        Table table = Table.of(other, "codes", t -> t.column("code", code, c -> c.primaryKey()));
        recording.clear();
        connection.createAll(other);
        assertThat(recording.sql()).last().asString().contains("code CHARACTER VARYING(7)");
        connection.execute(insert(table).set(table.column("code", code), Color.values()[1]));
        assertThat(connection.execute(select(table.column("code", code))).one()).isEqualTo(Color.values()[1]);
        assertThatThrownBy(() -> new CustomType<String, String>(String.class, SqlTypes.STRING, "int); drop table x") {
                    @Override
                    protected String toStored(String value) {
                        return value;
                    }

                    @Override
                    protected String fromStored(String stored) {
                        return stored;
                    }
                })
                .isInstanceOf(ArgumentException.class);
    }

    @Test
    void decimalsOfAnyLengthAreExactAsText() {
        MetaData other = new MetaData();
        SqlType<BigDecimal> exact = SqlTypes.decimalText(30, 10);
        Table table = Table.of(other, "sums", t -> t.column("total", exact));
        Column<BigDecimal> total = table.column("total", exact);
        connection.createAll(other);
        BigDecimal long30 = new BigDecimal("-12345678901234567890.0123456789");
        connection.execute(insert(table).set(total, long30));
        assertThat(connection.execute(select(total)).one()).isEqualTo(long30);
        assertThatThrownBy(() -> connection.execute(insert(table).set(total, new BigDecimal("0.12345678901"))))
                .hasMessageContaining("[30, 10]");
    }

    private static Expression<String> size(Sale sale, int limit) {
        return when(sale.net.lt(limit), "small").otherwise("large");
    }

    /** To some databases the two places of one value are two values. */
    @Test
    void expressionsWithValuesAreGroupedBy() {
        fill();
        for (int limit : List.of(15, 25)) {
            Expression<String> size = size(sale, limit);
            var query = select(size, func.count()).groupBy(size).orderBy(size.desc());
            assertThat(connection.execute(query).all())
                    .extracting(row -> row.get(1))
                    .containsExactly(limit / 10L, 3L - limit / 10);
            Expression<String> named = size(sale, limit).label("size");
            assertThat(connection
                            .execute(select(func.count(), named).groupBy(named).orderBy(named))
                            .all())
                    .extracting(row -> row.get(0))
                    .containsExactly(3L - limit / 10, limit / 10L);
            assertThat(connection.execute(select(size).distinct().orderBy(size)).all())
                    .containsExactly("large", "small");
        }
    }
}
