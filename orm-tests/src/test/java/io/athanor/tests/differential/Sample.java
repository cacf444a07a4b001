package io.athanor.tests.differential;

import io.athanor.engine.Connection;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.type.SqlTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A small table of numbers, texts, truth values and dates, of which many are null. */
final class Sample extends TypedTable {
    /** Lower case only: see {@link Expressions} about LIKE. */
    static final List<String> TEXTS = List.of("", "a", "ab", "b", "ba", " c", "it's", "a_b", "5%");

    static final MetaData META = new MetaData();
    static final List<Sample> ALL = List.of(
            Table.typed(META, "red", Sample::new),
            Table.typed(META, "green", Sample::new),
            Table.typed(META, "blue", Sample::new));

    final Column<Integer> id = column("id", SqlTypes.INTEGER, c -> c.primaryKey());
    final Column<Integer> ref = column("ref", SqlTypes.INTEGER, c -> {});
    final Column<Integer> a = column("a", SqlTypes.INTEGER, c -> {});
    final Column<Integer> b = column("b", SqlTypes.INTEGER, c -> c.notNull());
    final Column<String> s = column("s", SqlTypes.string(20), c -> {});
    final Column<String> t = column("t", SqlTypes.string(20), c -> c.notNull());
    final Column<Boolean> f = column("f", SqlTypes.BOOLEAN, c -> {});
    final Column<LocalDate> d = column("d", SqlTypes.DATE, c -> {});

    Sample(TableSource source) {
        super(source);
    }

    /** A day about the end of a leap year's February, or of a year. */
    static LocalDate day(Dice dice) {
        return LocalDate.of(dice.one(List.of(2023, 2024)), dice.one(List.of(1, 2, 12)), 25)
                .plusDays(dice.below(8));
    }

    /** Store eight rows in each table. */
    static void fill(Connection connection, Dice dice) {
        connection.createAll(META);
        for (Sample table : ALL) {
            List<Integer> ids = IntStream.rangeClosed(1, 8).boxed().toList();
            connection.execute(Sql.insert(table)
                    .rows(
                            ids,
                            (row, id) -> row.set(table.id, id)
                                    .set(table.ref, dice.percent(25) ? null : 1 + dice.below(9))
                                    .set(table.a, dice.percent(25) ? null : dice.below(11) - 5)
                                    .set(table.b, dice.below(5))
                                    .set(table.s, dice.percent(25) ? null : dice.one(TEXTS))
                                    .set(table.t, dice.one(TEXTS))
                                    .set(table.f, dice.percent(25) ? null : dice.percent(50))
                                    .set(table.d, dice.percent(25) ? null : day(dice))));
        }
    }
}
