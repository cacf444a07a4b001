package io.athanor.tests.kit.change;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.RowInsert;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.engine.event.EngineEvents;
import io.athanor.engine.event.EngineListener;
import io.athanor.engine.event.StatementEvent;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many rows by one statement or batch. */
public abstract class InsertManySuite extends KitSuite {
    private final Table t = table(
            "many_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey())
                    .column("n", INTEGER)
                    .column("word", string(20)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> n = column(t, "n", INTEGER);
    private final NamedColumn<String> word = column(t, "word", STRING);

    /** Create the suite. */
    protected InsertManySuite() {}

    private Insert numbers(int count) {
        return insert(t)
                .rows(
                        IntStream.range(0, count).boxed().toList(),
                        (row, i) -> row.set(n, i).set(word, "w" + i));
    }

    @Requires(Capability.MULTI_ROW_INSERT)
    @Test
    void severalRows() {
        assertThat(run(numbers(3))).isEqualTo(3);
        assertThat(all(select(word).orderBy(n))).containsExactly("w0", "w1", "w2");
    }

    @Requires(Capability.MULTI_ROW_INSERT)
    @Test
    void oneRowOfMany() {
        assertThat(run(numbers(1))).isEqualTo(1);
    }

    @Requires(Capability.MULTI_ROW_INSERT)
    @Test
    void keysGrowInTheirOrder() {
        run(numbers(50));
        assertThat(all(select(n).orderBy(id)))
                .isEqualTo(IntStream.range(0, 50).boxed().toList());
    }

    @Requires(Capability.MULTI_ROW_INSERT)
    @Test
    void rowsWithNulls() {
        run(insert(t).rows(List.of(1, 2), (row, i) -> row.set(n, i).set(word, i == 1 ? null : "x")));
        assertThat(all(select(word).orderBy(n))).containsExactly(null, "x");
    }

    @Requires(Capability.MULTI_ROW_INSERT)
    @Test
    void rowsOfExpressions() {
        run(insert(t)
                .rows(List.of(1, 2), (row, i) -> row.set(n, value(i).times(10)).set(word, "x")));
        assertThat(all(select(n).orderBy(n))).containsExactly(10, 20);
    }

    @Requires(Capability.MULTI_ROW_INSERT_RETURNING)
    @Test
    void keysOfSeveralRowsComeBack() {
        List<Row> back = changed(numbers(20).returning(id, n));
        assertThat(back).hasSize(20);
        assertThat(back)
                .extracting(row -> row.get(n))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).boxed().toList());
        assertThat(back)
                .allSatisfy(row ->
                        assertThat(one(select(n).where(id.eq(row.get(id))))).isEqualTo(row.get(n)));
    }

    @Requires({Capability.MULTI_ROW_INSERT_RETURNING, Capability.RETURNING_IN_ORDER})
    @Test
    void rowsComeBackInTheirOrder() {
        assertThat(changed(numbers(100).returning(n)))
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    private List<Integer> keysOf(int count) {
        RowInsert insert = engine().rowInsert(insert(t).set(n, 0).set(word, ""), List.of(id));
        List<BoundStatement> rows =
                IntStream.range(0, count).mapToObj(i -> insert.bind(i, "w" + i)).toList();
        return engine().inTransaction(connection -> connection.insert(insert, rows)).stream()
                .map(keys -> (Integer) keys[0])
                .toList();
    }

    @Test
    void keysComeBackInTheOrderOfTheRows() {
        List<Integer> keys = keysOf(250);
        assertThat(keys).hasSize(250).doesNotHaveDuplicates().doesNotContainNull();
        Map<Integer, Integer> found = new HashMap<>();
        all(select(id, n)).forEach(row -> found.put(row.get(id), row.get(n)));
        assertThat(keys.stream().map(found::get))
                .isEqualTo(IntStream.range(0, 250).boxed().toList());
    }

    @Requires(Capability.BATCH_GENERATED_KEYS)
    @Test
    void keysOfManyRowsTakeFewStatements() {
        AtomicInteger statements = new AtomicInteger();
        try (EngineEvents.Subscription counting = engine().listen(new EngineListener() {
            @Override
            public void beforeExecute(StatementEvent statement) {
                statements.incrementAndGet();
            }
        })) {
            assertThat(keysOf(200)).hasSize(200);
            assertThat(counting).isNotNull();
        }
        assertThat(statements.get()).as("statements for 200 rows").isBetween(1, 20);
    }

    @Test
    void failureOfOneRowUndoesAll() {
        Table unique = create("many_unique", s -> s.column("v", INTEGER, c -> c.unique()));
        NamedColumn<Integer> v = column(unique, "v", INTEGER);
        assertThatThrownBy(() -> engine().transaction(connection -> {
                    connection.execute(insert(unique).set(v, 1));
                    connection.execute(insert(unique).set(v, 2));
                    connection.execute(insert(unique).set(v, 1));
                }))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(all(select(v))).isEmpty();
    }

    @Test
    void thousandRowsOneByOneInATransaction() {
        engine().transaction(connection -> {
            for (int i = 0; i < 1000; i++) {
                connection.execute(insert(t).set(n, i).set(word, "w" + i));
            }
        });
        assertThat(one(select(func.count()).from(t))).isEqualTo(1000L);
        assertThat(all(select(n).orderBy(id)))
                .isEqualTo(IntStream.range(0, 1000).boxed().toList());
    }
}
