package io.athanor.tests.suite;

import static io.athanor.sql.Sql.bind;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.error.IntegrityException;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Row;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More rows and values than one statement takes, and the order of the rows that an INSERT yields. */
public abstract class ManyRowsSuite extends DatabaseSuite {
    /** More than any database takes in one statement. */
    private static final int MANY = 100_100;

    private final MetaData meta = new MetaData();
    private final Numbered numbered = Table.typed(meta, "numbered", Numbered::new);
    private final Named named = Table.typed(meta, "named", Named::new);
    private final Bare bare = Table.typed(meta, "bare", Bare::new);
    private final Unique unique = Table.typed(meta, "uniquely", Unique::new);
    private Connection connection;

    protected ManyRowsSuite(Database database) {
        super(database);
    }

    private static final class Numbered extends TypedTable {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<Integer> n = column("n", SqlTypes.INTEGER, c -> c.unique());
        final Column<String> note = column("note", SqlTypes.string(20), c -> c.defaultSupplier(() -> "made"));

        Numbered(TableSource source) {
            super(source);
        }
    }

    private static final class Named extends TypedTable {
        final Column<String> name = column("name", SqlTypes.string(20), c -> c.primaryKey());
        final Column<Integer> part = column("part", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<Integer> n = column("n", SqlTypes.INTEGER, c -> {});

        Named(TableSource source) {
            super(source);
        }
    }

    private static final class Bare extends TypedTable {
        final Column<Integer> n = column("n", SqlTypes.INTEGER, c -> {});

        Bare(TableSource source) {
            super(source);
        }
    }

    private static final class Unique extends TypedTable {
        final Column<UUID> id = column("id", SqlTypes.UUID, c -> c.primaryKey().defaultSupplier(UUID::randomUUID));
        final Column<Integer> n = column("n", SqlTypes.INTEGER, c -> {});

        Unique(TableSource source) {
            super(source);
        }
    }

    @BeforeEach
    void create() {
        meta.createAll(engine);
        connection = engine.connect();
        recording.clear();
    }

    @AfterEach
    void closeConnection() {
        connection.close();
    }

    private static List<Integer> shuffled(int count) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(numbers, new Random(7));
        return numbers;
    }

    private Insert numbers(List<Integer> numbers) {
        return insert(numbered).rows(numbers, (row, n) -> row.set(numbered.n, n));
    }

    @Test
    void moreRowsThanOneStatementTakesAreAllInserted() {
        List<Integer> numbers = IntStream.range(0, MANY).boxed().toList();
        assertThat(connection.execute(numbers(numbers))).isEqualTo(MANY);
        Row row = connection
                .execute(select(func.count(), func.min(numbered.n), func.max(numbered.n), func.min(numbered.note)))
                .one();
        assertThat(row.get(0)).isEqualTo((long) MANY);
        assertThat(row.get(1)).isEqualTo(0);
        assertThat(row.get(2)).isEqualTo(MANY - 1);
        assertThat(row.get(3)).isEqualTo("made");
        connection.rollback();
        assertThat(connection.execute(select(func.count(numbered.id))).one()).isZero();
    }

    @Test
    void yieldedKeysOfManyStatementsAreInTheOrderOfTheRows() {
        List<Integer> numbers = shuffled(40_000);
        List<Row> rows = connection
                .execute(numbers(numbers).returning(numbered.n, numbered.id))
                .all();
        assertThat(rows).extracting(row -> row.get(numbered.n)).isEqualTo(numbers);
        assertThat(rows)
                .extracting(row -> row.get(numbered.id))
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void whatOnlySortsTheRowsIsNotYielded() {
        List<Integer> numbers = shuffled(50);
        List<Row> rows = connection
                .execute(numbers(numbers).returning(numbered.n, numbered.note))
                .all();
        assertThat(rows).extracting(row -> row.get(numbered.n)).isEqualTo(numbers);
        assertThat(rows).allSatisfy(row -> assertThat(row.size()).isEqualTo(2));
        assertThat(rows.get(0).keys()).containsExactly("n", "note");
        assertThat(connection
                        .execute(numbers(List.of(60, 59)).returning(numbered.n))
                        .all())
                .containsExactly(60, 59);
        record Found(Integer n, String note) {}
        assertThat(connection
                        .execute(numbers(List.of(70, 69))
                                .returning(numbered.n, numbered.note)
                                .withOnlyColumns(List.of(numbered.n, numbered.note)))
                        .map(row -> new Found(row.get(numbered.n), row.get(numbered.note)))
                        .all())
                .containsExactly(new Found(70, "made"), new Found(69, "made"));
    }

    @Test
    void givenKeysTellTheRowsApart() {
        List<Integer> numbers = shuffled(200);
        assertThat(connection
                        .execute(insert(named)
                                .rows(
                                        numbers,
                                        (row, n) -> row.set(named.name, "k" + n / 2)
                                                .set(named.part, n % 2)
                                                .set(named.n, n))
                                .returning(named.n))
                        .all())
                .isEqualTo(numbers);
    }

    @Test
    void rowsWithoutKnownKeysAreYieldedInOrderToo() {
        List<Integer> numbers = shuffled(30);
        assertThat(connection
                        .execute(insert(bare)
                                .rows(numbers, (row, n) -> row.set(bare.n, n))
                                .returning(bare.n))
                        .all())
                .isEqualTo(numbers);
        List<Row> rows = connection
                .execute(insert(unique)
                        .rows(numbers, (row, n) -> row.set(unique.n, n))
                        .returning(unique.id, unique.n))
                .all();
        assertThat(rows).extracting(row -> row.get(unique.n)).isEqualTo(numbers);
        assertThat(rows).extracting(row -> row.get(unique.id)).doesNotHaveDuplicates();
    }

    @Test
    void rowsOfNamedBindsAreYielded() {
        Insert two = insert(numbered)
                .rows(List.of("a", "b"), (row, name) -> row.set(numbered.n, bind(name, SqlTypes.INTEGER)));
        assertThat(connection
                        .execute(two.returning(numbered.n), Map.of("a", 2, "b", 1))
                        .all())
                .containsExactly(2, 1);
        assertThatThrownBy(() -> connection.execute(two.returning(numbered.n), Map.of("a", 2, "b", 1, "c", 3)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("c");
    }

    @Test
    void aFailureInALaterStatementUndoesTheEarlierOnes() {
        connection.execute(numbers(List.of(-1)));
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, 40_000).boxed().toList());
        numbers.set(39_999, -1);
        assertThatThrownBy(() -> connection.execute(numbers(numbers))).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> connection.execute(numbers(numbers).returning(numbered.id)))
                .isInstanceOf(IntegrityException.class);
        assertThat(connection.execute(select(numbered.n)).all()).containsExactly(-1);
        connection.commit();
        assertThat(connection.execute(select(numbered.n)).all()).containsExactly(-1);
    }

    @Test
    void aListRightOfInHasAsManyValuesAsTheDatabaseTakes() {
        connection.execute(numbers(List.of(1, 2, 3)));
        int most = engine.dialect().maxBinds();
        List<Integer> list = IntStream.range(2, 2 + most).boxed().toList();
        assertThat(connection
                        .execute(select(numbered.n).where(numbered.n.in(list)).orderBy(numbered.n))
                        .all())
                .containsExactly(2, 3);
        List<Integer> more = IntStream.range(2, 3 + most).boxed().toList();
        assertThatThrownBy(() -> connection.execute(select(numbered.n).where(numbered.n.in(more))))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[" + (most + 1) + "]")
                .hasMessageContaining("temporary table");
        assertThat(connection.execute(select(func.count(numbered.id))).one()).isEqualTo(3);
    }

    @Test
    void aSessionInsertsMoreRowsThanOneStatementTakes() {
        connection.close();
        List<Integer> numbers = IntStream.range(0, 40_000).boxed().toList();
        SessionFactory sessions = sessions(User.class);
        try (Session session = sessions.open()) {
            Insert users = new Insert(User_.entity()).rows(numbers, (row, n) -> row.set(User_.name, "n" + n));
            assertThat(session.execute(users)).isEqualTo(numbers.size());
            List<String> names = session.execute(users.returning(User_.name)).all();
            assertThat(names).isEqualTo(numbers.stream().map(n -> "n" + n).toList());
            List<User> found = session.execute(users.slice(0, 35_000).returning(User_.entity()))
                    .all();
            assertThat(found)
                    .hasSize(35_000)
                    .extracting(User::getName)
                    .startsWith("n0", "n1")
                    .endsWith("n34999");
            assertThat(session.query(User.class).count()).isEqualTo(115_000);
        }
    }
}
