package io.athanor.tests.suite;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.sql.Sql;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Values that no column lends a type to: selected, in CASE, beside NULL and in a union they are what they were. */
public abstract class SelectedValuesSuite extends DatabaseSuite {
    protected SelectedValuesSuite(Database database) {
        super(database);
    }

    /** A value with its type, and another of that type. */
    private record Sample<T>(SqlType<T> type, T one, T other) {
        Expression<T> first() {
            return Sql.value(one, type);
        }

        Expression<T> second() {
            return Sql.value(other, type);
        }
    }

    private static final List<Sample<?>> SAMPLES = List.of(
            new Sample<>(SqlTypes.STRING, "it's", ""),
            new Sample<>(SqlTypes.TEXT, "a\\b\n", "ß"),
            new Sample<>(SqlTypes.INTEGER, -7, 0),
            new Sample<>(SqlTypes.SMALLINT, (short) 12, (short) -1),
            new Sample<>(SqlTypes.BIGINT, 1L << 40, -5L),
            new Sample<>(SqlTypes.numeric(12, 3), new BigDecimal("12.500"), new BigDecimal("-0.125")),
            new Sample<>(SqlTypes.DOUBLE, 0.5, -2.25),
            new Sample<>(SqlTypes.BOOLEAN, true, false),
            new Sample<>(SqlTypes.DATE, LocalDate.of(2024, 2, 29), LocalDate.of(1999, 12, 31)),
            new Sample<>(SqlTypes.TIME, LocalTime.of(23, 59, 58), LocalTime.of(0, 1)),
            new Sample<>(
                    SqlTypes.TIMESTAMP,
                    LocalDateTime.of(2024, 2, 29, 12, 30, 15),
                    LocalDateTime.of(1999, 12, 31, 0, 0)),
            new Sample<>(
                    SqlTypes.INSTANT, Instant.parse("2024-02-29T12:30:15Z"), Instant.parse("1999-12-31T00:00:00Z")),
            new Sample<>(SqlTypes.DURATION, Duration.ofMinutes(90), Duration.ofSeconds(-5)),
            new Sample<>(SqlTypes.UUID, new UUID(1, 2), new UUID(-1, -2)),
            new Sample<>(SqlTypes.BYTES, new byte[] {0, 1, -1}, new byte[] {39}),
            new Sample<>(SqlTypes.JSON, Json.of(Map.of("a", 1)), Json.of(List.of(1, 2))));

    /** What one way to ask for each sample fails with. */
    private interface Question {
        <T> void ask(Connection connection, Sample<T> sample);
    }

    private void forEach(Question question) {
        List<String> failures = new ArrayList<>();
        for (Sample<?> sample : SAMPLES) {
            try (Connection connection = engine.connect()) {
                question.ask(connection, sample);
            } catch (RuntimeException | AssertionError failed) {
                failures.add(sample.type() + ": "
                        + failed.getMessage().lines().limit(4).toList());
            }
        }
        assertThat(failures).isEmpty();
    }

    private static <T> void assertSame(Object actual, T expected) {
        if (expected instanceof BigDecimal number) {
            assertThat((BigDecimal) actual).isEqualByComparingTo(number);
        } else if (expected instanceof Json document) {
            assertThat(((Json) actual).text().replace(" ", ""))
                    .isEqualTo(document.text().replace(" ", ""));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void selectedValueComesBack() {
        forEach(new Question() {
            @Override
            public <T> void ask(Connection connection, Sample<T> sample) {
                assertSame(connection.execute(select(sample.first())).one(), sample.one());
            }
        });
    }

    @Test
    void valueOfABranchComesBack() {
        forEach(new Question() {
            @Override
            public <T> void ask(Connection connection, Sample<T> sample) {
                var branches = when(BooleanConstant.FALSE, sample.first()).otherwise(sample.second());
                assertSame(connection.execute(select(branches)).one(), sample.other());
            }
        });
    }

    @Test
    void valueForNullComesBack() {
        forEach(new Question() {
            @Override
            public <T> void ask(Connection connection, Sample<T> sample) {
                var known = func.coalesce(nullOf(sample.type()), sample.first());
                assertSame(connection.execute(select(known)).one(), sample.one());
            }
        });
    }

    @Test
    void valuesOfAUnionComeBack() {
        forEach(new Question() {
            @Override
            public <T> void ask(Connection connection, Sample<T> sample) {
                var both = select(sample.first()).unionAll(select(sample.second()));
                List<T> found = connection.execute(both).all();
                assertThat(found).hasSize(2);
                assertSame(found.get(0), sample.one());
                assertSame(found.get(1), sample.other());
            }
        });
    }

    @Test
    void valuesOfACommonTableComeBack() {
        forEach(new Question() {
            @Override
            public <T> void ask(Connection connection, Sample<T> sample) {
                var label = sample.first().label("v");
                var rows = select(label).cte("made");
                assertSame(connection.execute(select(rows.column(label))).one(), sample.one());
            }
        });
    }

    /** A table of one column of the sample's type, and a number. */
    private static <T> Column<T> column(Connection connection, Sample<T> sample) {
        Table table = Table.of(
                new MetaData(),
                "kept",
                t -> t.column("id", SqlTypes.INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("v", sample.type()));
        connection.ddl(ddl -> ddl.createTable(table));
        return table.column("v", sample.type());
    }

    private static Column<Integer> id(Column<?> column) {
        return ((Table) column.table()).column("id", SqlTypes.INTEGER);
    }

    private void forEachColumn(BiConsumer<Connection, Sample<?>> question) {
        forEach(new Question() {
            @Override
            public <T> void ask(Connection connection, Sample<T> sample) {
                try {
                    question.accept(connection, sample);
                } finally {
                    connection.rollback();
                    connection.ddl(
                            ddl -> ddl.dropTable(Table.of(new MetaData(), "kept", t -> {}), DdlOption.IF_EXISTS));
                    connection.commit();
                }
            }
        });
    }

    @Test
    void valuesAreInsertedByASelect() {
        forEachColumn(SelectedValuesSuite::insertBySelect);
    }

    private static <T> void insertBySelect(Connection connection, Sample<T> sample) {
        Column<T> column = column(connection, sample);
        connection.execute(insert((Table) column.table())
                .columns(id(column), column)
                .from(select(Sql.value(1), sample.first()).unionAll(select(Sql.value(2), sample.second()))));
        List<T> found = connection.execute(select(column).orderBy(id(column))).all();
        assertSame(found.get(0), sample.one());
        assertSame(found.get(1), sample.other());
    }

    @Test
    void columnsAreSetToOneOfSeveralValues() {
        forEachColumn(SelectedValuesSuite::updateByBranches);
    }

    private static <T> void updateByBranches(Connection connection, Sample<T> sample) {
        Column<T> column = column(connection, sample);
        Table table = (Table) column.table();
        for (int i = 1; i < 4; i++) {
            connection.execute(insert(table).set(id(column), i).setNull(column));
        }
        connection.execute(update(table)
                .set(
                        column,
                        when(id(column).eq(1), sample.first())
                                .when(id(column).eq(2), sample.second())
                                .otherwise(column)));
        connection.execute(update(table)
                .set(column, func.coalesce(column, sample.first()))
                .where(id(column).eq(3)));
        List<T> found = connection.execute(select(column).orderBy(id(column))).all();
        assertSame(found.get(0), sample.one());
        assertSame(found.get(1), sample.other());
        assertSame(found.get(2), sample.one());
    }

    @Test
    void valuesAreFoundInTheirColumns() {
        forEachColumn((connection, sample) -> {
            // JSON is not compared.
            if (!sample.type().equals(SqlTypes.JSON)) {
                find(connection, sample);
            }
        });
    }

    private static <T> void find(Connection connection, Sample<T> sample) {
        Column<T> column = column(connection, sample);
        Table table = (Table) column.table();
        connection.execute(insert(table).set(id(column), 1).set(column, sample.one()));
        connection.execute(insert(table).set(id(column), 2).set(column, sample.other()));
        for (Condition condition : List.of(
                column.eq(sample.one()),
                sample.first().eq(column),
                column.in(List.of(sample.one(), sample.one())),
                column.eq(func.coalesce(nullOf(sample.type()), sample.first())),
                column.isNotDistinctFrom(sample.one()),
                column.eq(when(id(column).eq(1), sample.first()).otherwise(sample.first())),
                column.eq(select(sample.first()).scalarSubquery()),
                column.in(select(sample.first())),
                Sql.tuple(id(column), column).inRows(List.of(List.of(1, sample.one()))),
                column.between(sample.one(), sample.one()))) {
            assertThat(connection.execute(select(id(column)).where(condition)).all())
                    .as(condition.toString())
                    .containsExactly(1);
        }
    }
}
