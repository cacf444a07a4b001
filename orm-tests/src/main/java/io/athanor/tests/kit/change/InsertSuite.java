package io.athanor.tests.kit.change;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import org.junit.jupiter.api.Test;

/** INSERT of single rows, of nothing but defaults, of what is selected, and the keys that come back. */
public abstract class InsertSuite extends KitSuite {
    private final Table auto =
            table("ins_auto", t -> t.column("id", INTEGER, c -> c.primaryKey()).column("data", string(50)));
    private final Table manual = table(
            "ins_manual",
            t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("data", string(50)));
    private final Table defaults = table(
            "ins_defaults",
            t -> t.column("id", INTEGER, c -> c.primaryKey())
                    .column("data", string(50), c -> c.defaultValue("by program"))
                    .column("five", INTEGER, c -> c.defaultExpression(value(2).plus(3)))
                    .column("word", string(20), c -> c.serverDefault(Sql.value("by database"))));
    private final NamedColumn<Integer> id = column(auto, "id", INTEGER);
    private final NamedColumn<String> data = column(auto, "data", STRING);
    private final NamedColumn<Integer> manualId = column(manual, "id", INTEGER);
    private final NamedColumn<String> manualData = column(manual, "data", STRING);

    /** Create the suite. */
    protected InsertSuite() {}

    @Test
    void tellsHowManyRows() {
        assertThat(run(insert(auto).set(data, "some"))).isEqualTo(1);
    }

    @Test
    void keyIsGenerated() {
        run(insert(auto).set(data, "some"));
        assertThat(one(select(id))).isPositive();
    }

    @Test
    void keysGrow() {
        run(insert(auto).set(data, "a"));
        run(insert(auto).set(data, "b"));
        assertThat(all(select(data).orderBy(id))).containsExactly("a", "b");
    }

    @Test
    void statedKeyIsKept() {
        run(insert(auto).set(id, 77).set(data, "some"));
        assertThat(one(select(id))).isEqualTo(77);
    }

    @Test
    void keyThatIsNotGeneratedIsStated() {
        run(insert(manual).set(manualId, 5).set(manualData, "x"));
        assertThat(one(select(manualId))).isEqualTo(5);
    }

    @Test
    void nullIsInserted() {
        run(insert(auto).setNull(data));
        assertThat(one(select(data, id)).get(data)).isNull();
    }

    @Test
    void columnThatIsLeftOutIsNull() {
        run(insert(manual).set(manualId, 1));
        assertThat(one(select(manualData, manualId)).get(manualData)).isNull();
    }

    @Test
    void expressionIsInserted() {
        run(insert(manual).set(manualId, value(2).times(21)).set(manualData, func.lower(value("ABC"))));
        Row row = one(select(manual));
        assertThat(row.get(manualId)).isEqualTo(42);
        assertThat(row.get(manualData)).isEqualTo("abc");
    }

    @Test
    void subqueryIsInserted() {
        run(insert(manual).set(manualId, 1).set(manualData, "one"));
        run(insert(auto).set(data, select(manualData).where(manualId.eq(1)).scalarSubquery()));
        assertThat(one(select(data))).isEqualTo("one");
    }

    @Requires(Capability.EMPTY_INSERTS)
    @Test
    void rowOfNothingButDefaults() {
        assertThat(run(insert(auto))).isEqualTo(1);
        assertThat(one(select(id, data)).get(data)).isNull();
    }

    @Test
    void programSuppliesDefaults() {
        run(insert(defaults));
        Row row = one(select(defaults));
        assertThat(row.get("data", String.class)).isEqualTo("by program");
        assertThat(row.get("five", Integer.class)).isEqualTo(5);
    }

    @Test
    void databaseSuppliesDefaults() {
        run(insert(defaults).set(column(defaults, "data", STRING), "x"));
        assertThat(one(select(defaults)).get("word", String.class)).isEqualTo("by database");
    }

    @Test
    void statedValueOverridesDefaults() {
        run(insert(defaults).set(column(defaults, "data", STRING), "x").set(column(defaults, "word", STRING), "y"));
        Row row = one(select(defaults));
        assertThat(row.get("data", String.class)).isEqualTo("x");
        assertThat(row.get("word", String.class)).isEqualTo("y");
    }

    @Test
    void fromSelect() {
        rows(manual, row(1, "data1"), row(2, "data2"), row(3, "data3"));
        assertThat(run(insert(auto).columns(data).from(select(manualData).where(manualId.gt(1)))))
                .isEqualTo(2);
        assertThat(all(select(data).orderBy(data))).containsExactly("data2", "data3");
    }

    @Test
    void fromSelectOfTheSameTable() {
        rows(manual, row(1, "data1"), row(2, "data2"));
        run(insert(manual).columns(manualId, manualData).from(select(manualId.plus(10), manualData)));
        assertThat(all(select(manualId).orderBy(manualId))).containsExactly(1, 2, 11, 12);
    }

    @Test
    void fromSelectOfNothing() {
        assertThat(run(insert(auto).columns(data).from(select(manualData)))).isZero();
    }

    @Test
    void fromSelectTakesDefaults() {
        rows(manual, row(1, "data1"));
        run(insert(defaults).columns(column(defaults, "data", STRING)).from(select(manualData)));
        Row row = one(select(defaults));
        assertThat(row.get("data", String.class)).isEqualTo("data1");
        assertThat(row.get("five", Integer.class)).isEqualTo(5);
        assertThat(row.get("word", String.class)).isEqualTo("by database");
    }

    @Test
    void fromUnion() {
        rows(manual, row(1, "data1"), row(2, "data2"));
        run(insert(auto)
                .columns(data)
                .from(select(manualData)
                        .where(manualId.eq(1))
                        .unionAll(select(manualData).where(manualId.eq(2)))));
        assertThat(all(select(data).orderBy(data))).containsExactly("data1", "data2");
    }

    @Test
    void keyOfCompositeKeyIsStated() {
        Table pair = create(
                "ins_pair",
                t -> t.column("a", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("b", string(10), c -> c.primaryKey()));
        run(insert(pair).set(column(pair, "a", INTEGER), 1).set(column(pair, "b", STRING), "x"));
        run(insert(pair).set(column(pair, "a", INTEGER), 1).set(column(pair, "b", STRING), "y"));
        assertThat(all(select(column(pair, "b", STRING)).orderBy(column(pair, "b", STRING))))
                .containsExactly("x", "y");
    }

    @Test
    void longKeyIsGenerated() {
        Table big = create(
                "ins_big", t -> t.column("id", BIGINT, c -> c.primaryKey()).column("n", INTEGER));
        run(insert(big).set(column(big, "n", INTEGER), 1));
        assertThat(one(select(column(big, "id", BIGINT)))).isPositive();
    }

    @Test
    void textKeyIsStated() {
        Table words = create("ins_words", t -> t.column("word", string(20), c -> c.primaryKey()));
        run(insert(words).set(column(words, "word", STRING), "key"));
        assertThat(one(select(column(words, "word", STRING)))).isEqualTo("key");
    }
}
