package io.athanor.tests.kit.run;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.error.MultipleResultsFoundException;
import io.athanor.engine.error.NoResultFoundException;
import io.athanor.sql.error.OrmException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows: how their values are reached, and how many are fetched. */
public abstract class ResultSuite extends KitSuite {
    private final Table t = table(
            "res_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("data", string(50)));
    private final Table days = table(
            "res_days",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("today", TIMESTAMP));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> data = column(t, "data", STRING);
    private final NamedColumn<LocalDateTime> today = column(days, "today", TIMESTAMP);

    /** Create the suite. */
    protected ResultSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, "d1"), row(2, "d2"), row(3, "d3"));
        rows(days, row(1, LocalDateTime.of(2006, 5, 12, 12, 0)));
    }

    private Row first() {
        return all(select(id, data).orderBy(id)).get(0);
    }

    @Test
    void byColumn() {
        assertThat(first().get(id)).isEqualTo(1);
        assertThat(first().get(data)).isEqualTo("d1");
    }

    @Test
    void byName() {
        assertThat(first().get("id", Integer.class)).isEqualTo(1);
        assertThat(first().get("data", String.class)).isEqualTo("d1");
    }

    @Test
    void byPlace() {
        assertThat(first().get(0)).isEqualTo(1);
        assertThat(first().get(1, String.class)).isEqualTo("d1");
    }

    @Test
    void byLabel() {
        Label<String> label = data.label("Some \"Label\"");
        Row row = all(select(id, label).orderBy(id)).get(0);
        assertThat(row.get(label)).isEqualTo("d1");
        assertThat(row.get("Some \"Label\"", String.class)).isEqualTo("d1");
    }

    @Test
    void byColumnOfALabel() {
        Row row = all(select(id, data.label("other")).orderBy(id)).get(0);
        assertThat(row.get(data)).isEqualTo("d1");
    }

    @Test
    void byExpression() {
        Expression<Integer> sum = id.plus(10);
        assertThat(one(select(sum, data).where(id.eq(2))).get(sum)).isEqualTo(12);
    }

    @Test
    void namesAreThoseOfTheColumns() {
        assertThat(first().keys()).containsExactly("id", "data");
    }

    @Test
    void asMap() {
        assertThat(first().asMap())
                .containsEntry("id", 1)
                .containsEntry("data", "d1")
                .hasSize(2);
    }

    @Test
    void repeatedNamesAreReachedByPlace() {
        Row row = one(select(data.label("x"), data.concat("!").label("x")).where(id.eq(1)));
        assertThat(row.get(0)).isEqualTo("d1");
        assertThat(row.get(1)).isEqualTo("d1!");
    }

    @Test
    void missingNameIsRefused() {
        Row row = first();
        assertThatThrownBy(() -> row.get("none", String.class)).isInstanceOf(OrmException.class);
    }

    @Test
    void namesOfRawSqlAreThose() {
        Row row = all(text("SELECT id AS some_id, data FROM res_rows ORDER BY id"))
                .get(0);
        assertThat(row.keys()).map(key -> key.toLowerCase(Locale.ROOT)).containsExactly("some_id", "data");
        assertThat(row.get(row.keys().get(1), String.class)).isEqualTo("d1");
    }

    @Test
    void scalarSubqueryKeepsItsType() {
        Expression<LocalDateTime> sub = select(today).scalarSubquery();
        assertThat(one(select(sub.label("s")))).isEqualTo(LocalDateTime.of(2006, 5, 12, 12, 0));
    }

    @Test
    void oneRefusesNoneAndSeveral() {
        assertThatThrownBy(() -> one(select(id).where(id.eq(9)))).isInstanceOf(NoResultFoundException.class);
        assertThatThrownBy(() -> one(select(id))).isInstanceOf(MultipleResultsFoundException.class);
    }

    @Test
    void firstOfNone() {
        try (Connection connection = engine().connect()) {
            assertThat(connection.execute(select(id).where(id.eq(9))).first()).isEmpty();
            assertThat(connection.execute(select(id).orderBy(id)).first()).contains(1);
        }
    }

    @Test
    void oneOrNone() {
        try (Connection connection = engine().connect()) {
            assertThat(connection.execute(select(id).where(id.eq(9))).oneOrNone())
                    .isEmpty();
            assertThat(connection.execute(select(id).where(id.eq(2))).oneOrNone())
                    .contains(2);
        }
    }

    @Test
    void streamYieldsAllRows() {
        try (Connection connection = engine().connect();
                Stream<Integer> stream = connection.execute(select(id).orderBy(id)).stream()) {
            assertThat(stream.map(each -> each * 2)).containsExactly(2, 4, 6);
        }
    }

    @Test
    void streamThatIsNotReadToItsEndDoesNoHarm() {
        try (Connection connection = engine().connect()) {
            try (Stream<Integer> stream = connection.execute(select(id).orderBy(id)).stream()) {
                assertThat(stream.findFirst()).contains(1);
            }
            assertThat(connection.execute(select(func.count()).from(t)).one()).isEqualTo(3L);
        }
    }

    @Test
    void partitions() {
        try (Connection connection = engine().connect();
                Stream<List<Integer>> parts =
                        connection.yieldPer(2).execute(select(id).orderBy(id)).partitions(2)) {
            assertThat(parts).containsExactly(List.of(1, 2), List.of(3));
        }
    }

    @Test
    void manyRowsAreFetchedInPortions() {
        engine().transaction(connection -> {
            for (int i = 10; i < 500; i++) {
                connection.execute(insert(t).set(id, i).set(data, "d" + i));
            }
        });
        try (Connection connection = engine().connect();
                Stream<Integer> stream =
                        connection.yieldPer(50).execute(select(id).orderBy(id)).stream()) {
            assertThat(stream.mapToInt(each -> each).sum())
                    .isEqualTo(6 + IntStream.range(10, 500).sum());
        }
    }

    @Test
    void emptyResultHasItsNames() {
        try (Connection connection = engine().connect()) {
            assertThat(connection.execute(select(id, data).where(id.eq(9))).keys())
                    .containsExactly("id", "data");
        }
    }

    @Test
    void mapped() {
        try (Connection connection = engine().connect()) {
            assertThat(connection
                            .execute(select(id).orderBy(id))
                            .map(each -> "n" + each)
                            .all())
                    .containsExactly("n1", "n2", "n3");
        }
    }

    @Test
    void uniqueDropsRepetitions() {
        try (Connection connection = engine().connect()) {
            assertThat(connection
                            .execute(select(value("same").label("v")).from(t))
                            .unique()
                            .all())
                    .containsExactly("same");
        }
    }
}
