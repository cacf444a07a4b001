package io.athanor.tests.suite;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.engine.Connection;
import io.athanor.engine.RowInsert;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.DatabaseException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.jdbc.Sent;
import io.athanor.tests.model.Point;
import io.athanor.tests.model.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The keys that the database makes come back to the rows that they belong to, in far fewer round trips than rows. */
public abstract class GeneratedKeysSuite extends DatabaseSuite {
    private static final int MANY = 10_000;

    /** Ten thousand rows by 512, and what is left by halves. */
    private static final int FEW_TRIPS = 22;

    protected GeneratedKeysSuite(Database database) {
        super(database);
    }

    private static final class Counted extends TypedTable {
        final Column<Integer> id = column(
                "id",
                SqlTypes.INTEGER,
                c -> c.primaryKey().identity(numbers -> numbers.start(-1).increment(-1)));
        final Column<Integer> n = column("n", SqlTypes.INTEGER, c -> {});

        Counted(TableSource source) {
            super(source);
        }
    }

    private static final class Bare extends TypedTable {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<Integer> n = column("n", SqlTypes.INTEGER, c -> c.unique());

        Bare(TableSource source) {
            super(source);
        }
    }

    private static final class Noted extends TypedTable {
        final Column<Integer> id = column("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<Integer> n = column("n", SqlTypes.INTEGER, c -> {});
        final Column<String> note = column("note", SqlTypes.TEXT, c -> {});

        Noted(TableSource source) {
            super(source);
        }
    }

    private static List<User> users(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(n -> User.named("n" + n))
                .toList();
    }

    /** What was sent to insert, each as one round trip. */
    private List<Sent> inserts() {
        return recording.statements().stream()
                .filter(sent -> sent.sql().startsWith("INSERT"))
                .toList();
    }

    /** Commit, and see whether each user has had the key of its own row. */
    private void assertKeys(Session session, List<User> users) {
        List<String> keys = users.stream()
                .sorted(Comparator.comparing(User::getId))
                .map(user -> user.getId() + " " + user.getName())
                .toList();
        session.commit();
        assertThat(rows("SELECT id, name FROM users ORDER BY id").stream()
                        .map(row -> row.get(0) + " " + row.get(1))
                        .toList())
                .isEqualTo(keys);
    }

    @Test
    void tenThousandNewObjectsHaveTheirKeysInOrder() {
        SessionFactory sessions = sessions(User.class);
        List<User> users = users(0, MANY);
        try (Session session = sessions.open()) {
            session.addAll(users);
            session.flush();
            assertThat(inserts()).hasSizeLessThan(FEW_TRIPS);
            assertThat(users)
                    .extracting(User::getId)
                    .isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
            assertThat(session.get(User.class, 5_000)).contains(users.get(4_999));
            assertKeys(session, users);
        }
    }

    @Test
    void tenThousandRowsYieldTheirKeysInOrder() {
        MetaData meta = new MetaData();
        Bare bare = Table.typed(meta, "bare", Bare::new);
        meta.createAll(engine);
        recording.clear();
        try (Connection connection = engine.connect()) {
            List<Integer> keys = connection
                    .execute(insert(bare)
                            .rows(IntStream.range(0, MANY).boxed().toList(), (row, n) -> row.set(bare.n, n))
                            .returning(bare.id))
                    .all();
            assertThat(inserts()).hasSizeLessThan(FEW_TRIPS);
            assertThat(keys).isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
            assertThat(connection
                            .execute(select(bare.n).where(bare.id.eq(5_000)))
                            .one())
                    .isEqualTo(4_999);
        }
    }

    @Test
    void anyNumberOfObjectsNeedsFewDifferentStatements() {
        SessionFactory sessions = sessions(User.class);
        Set<String> texts = new TreeSet<>();
        List<User> all = new ArrayList<>();
        try (Session session = sessions.open()) {
            for (int count : new int[] {1, 2, 3, 4, 5, 7, 8, 11, 15, 16, 17, 31, 37, 63, 100, 127, 333}) {
                List<User> users = users(all.size(), count);
                session.addAll(users);
                session.flush();
                all.addAll(users);
                inserts().forEach(sent -> texts.add(sent.folded()));
            }
            assertKeys(session, all);
        }
        assertThat(texts).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void rowsThatSetOtherColumnsKeepTheirOrder() {
        SessionFactory sessions = sessions(User.class);
        List<User> users = new ArrayList<>(users(0, 60));
        for (int i = 20; i < 30; i++) {
            users.get(i).setId(1_000 + i);
        }
        try (Session session = sessions.open()) {
            session.addAll(users);
            session.flush();
            assertThat(users.subList(0, 20)).extracting(User::getId).contains(1, 20);
            assertThat(users).extracting(User::getId).doesNotHaveDuplicates();
            assertKeys(session, users);
        }
    }

    @Test
    void longRowsGoInShorterStatements() {
        MetaData meta = new MetaData();
        Noted noted = Table.typed(meta, "noted", Noted::new);
        meta.createAll(engine);
        String longText = "x".repeat(60_000);
        RowInsert one = engine.rowInsert(insert(noted).set(noted.n, 0).set(noted.note, ""), List.of(noted.id));
        List<BoundStatement> rows = IntStream.range(0, 40)
                .mapToObj(n -> one.bind(n, n < 36 ? longText : "short"))
                .toList();
        recording.clear();
        try (Connection connection = engine.connect()) {
            assertThat(connection.insert(one, rows))
                    .extracting(key -> (Integer) key[0])
                    .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
            assertThat(connection.execute(select(noted.id.minus(noted.n))).all())
                    .containsOnly(1);
            connection.rollback();
        }
        assertThat(inserts())
                .flatExtracting(Sent::rows)
                .allSatisfy(
                        row -> assertThat(row.stream().filter(longText::equals)).hasSizeLessThanOrEqualTo(17));
    }

    @Test
    void aRowThatFailsUndoesAllOfThem() {
        MetaData meta = new MetaData();
        Bare bare = Table.typed(meta, "bare", Bare::new);
        meta.createAll(engine);
        RowInsert one = engine.rowInsert(insert(bare).set(bare.n, 0), List.of(bare.id));
        List<BoundStatement> rows = IntStream.range(0, 700)
                .mapToObj(n -> one.bind(n == 650 ? 3 : n))
                .toList();
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.insert(one, rows)).isInstanceOf(DatabaseException.class);
            connection.rollback();
            assertThat(connection.execute(select(bare.n)).all()).isEmpty();
        }
    }

    @Test
    void numbersThatDescendTellTheirRowsToo() {
        assumeTrue(has(Capability.IDENTITY_COLUMNS), "the database has no identity columns");
        MetaData meta = new MetaData();
        Counted counted = Table.typed(meta, "counted", Counted::new);
        meta.createAll(engine);
        RowInsert one = engine.rowInsert(insert(counted).set(counted.n, 0), List.of(counted.id));
        List<BoundStatement> rows =
                IntStream.range(0, 50).mapToObj(n -> one.bind(n)).toList();
        try (Connection connection = engine.connect()) {
            assertThat(connection.insert(one, rows))
                    .extracting(key -> -(Integer) key[0] - 1)
                    .isEqualTo(IntStream.range(0, 50).boxed().toList());
            assertThat(connection
                            .execute(insert(counted)
                                    .rows(IntStream.range(50, 60).boxed().toList(), (row, n) -> row.set(counted.n, n))
                                    .returning(counted.n))
                            .all())
                    .isEqualTo(IntStream.range(50, 60).boxed().toList());
            assertThat(connection.execute(select(counted.id.plus(counted.n))).all())
                    .containsOnly(-1);
        }
    }

    /** Insert one point, a few and many, and see whether each has the key of its own row. */
    private void assertPointsHaveTheirKeys(MetaData meta, Table table) {
        Mapping<Point> points = Mapping.of(Point.class, table, Point::new)
                .property("id", table.column("id", SqlTypes.INTEGER), Point::getId, Point::setId)
                .property("label", table.column("label", SqlTypes.STRING), Point::getLabel, Point::setLabel);
        SessionFactory sessions = sessions(Registry.of(meta).with(points));
        List<Point> all = new ArrayList<>();
        for (int count : new int[] {1, 3, 100}) {
            List<Point> some = IntStream.range(0, count)
                    .mapToObj(n -> new Point("p" + (all.size() + n), n))
                    .toList();
            try (Session session = sessions.open()) {
                session.addAll(some);
                session.flush();
                assertThat(some).extracting(Point::getId).doesNotContainNull();
                all.addAll(some);
                session.commit();
            }
        }
        try (Session session = sessions.open()) {
            List<Point> stored = session.query(Point.class).all();
            assertThat(stored)
                    .extracting(point -> point.getId() + point.getLabel())
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .map(point -> point.getId() + point.getLabel())
                            .toList());
        }
    }

    @Test
    void numbersOfASequenceComeBack() {
        for (int step : new int[] {1, -1}) {
            MetaData meta = new MetaData();
            Sequence numbers =
                    Sequence.of("numbers" + (step + 1), s -> s.start(step).increment(step));
            assertPointsHaveTheirKeys(
                    meta,
                    Table.of(
                            meta,
                            "points" + (step + 1),
                            table -> table.column(
                                            "id",
                                            SqlTypes.INTEGER,
                                            id -> id.primaryKey().sequence(numbers))
                                    .column("label", SqlTypes.string(20))));
            assertThat(inserts()).hasSizeLessThan(step == 1 ? 12 : 120);
        }
    }

    @Test
    void keysThatADefaultMakesComeBack() {
        String drawn = switch (database) {
            case SQLITE -> "(abs(random()) % 1000000000)";
            case H2 -> "CAST(1000000000 * RAND() AS INTEGER)";
            case POSTGRESQL -> "floor(1000000000 * random())::integer";
            case MARIADB -> "(floor(1000000000 * rand()))";
        };
        MetaData meta = new MetaData();
        assertPointsHaveTheirKeys(
                meta,
                Table.of(
                        meta,
                        "drawn",
                        table -> table.column(
                                        "id",
                                        SqlTypes.INTEGER,
                                        id -> id.primaryKey()
                                                .autoincrement(false)
                                                .serverDefault(literalColumn(drawn, SqlTypes.INTEGER)))
                                .column("label", SqlTypes.string(20))));
    }
}
