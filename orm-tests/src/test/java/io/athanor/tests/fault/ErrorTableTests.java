package io.athanor.tests.fault;

import static io.athanor.engine.error.ErrorKind.CHECK_VIOLATION;
import static io.athanor.engine.error.ErrorKind.DATA;
import static io.athanor.engine.error.ErrorKind.DEADLOCK;
import static io.athanor.engine.error.ErrorKind.DISCONNECTED;
import static io.athanor.engine.error.ErrorKind.FOREIGN_KEY_VIOLATION;
import static io.athanor.engine.error.ErrorKind.LOCK_TIMEOUT;
import static io.athanor.engine.error.ErrorKind.NOT_NULL_VIOLATION;
import static io.athanor.engine.error.ErrorKind.OPERATIONAL;
import static io.athanor.engine.error.ErrorKind.PROGRAMMING;
import static io.athanor.engine.error.ErrorKind.READ_ONLY;
import static io.athanor.engine.error.ErrorKind.SERIALIZATION_FAILURE;
import static io.athanor.engine.error.ErrorKind.UNIQUE_VIOLATION;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.Retry;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.error.IntegrityException;
import io.athanor.tests.database.Database;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each database's errors become: a cell for each situation and database. */
@ParameterizedClass
@MethodSource("databases")
class ErrorTableTests extends FaultTests {
    ErrorTableTests(Database database) {
        super(database);
    }

    /**
     * A statement that goes wrong; what it is on SQLite, H2, PostgreSQL and MariaDB, null where it goes right; and what the
     * driver tells: SQLite's, H2's and MariaDB's number, PostgreSQL's state.
     */
    enum Situation {
        UNIQUE("INSERT INTO t (id, name) VALUES (9, 'ed')", same(UNIQUE_VIOLATION), "19 23505 23505 1062"),
        PRIMARY_KEY("INSERT INTO t (id, name) VALUES (1, 'other')", same(UNIQUE_VIOLATION), "19 23505 23505 1062"),
        NOT_NULL("INSERT INTO strict_t (id, s) VALUES (1, NULL)", same(NOT_NULL_VIOLATION), "19 23502 23502 1048"),
        NOT_SET("INSERT INTO strict_t (id) VALUES (1)", same(NOT_NULL_VIOLATION), "19 23502 23502 1364"),
        FOREIGN_KEY_OF_INSERT(
                "INSERT INTO child (id, t_id) VALUES (2, 99)", same(FOREIGN_KEY_VIOLATION), "19 23506 23503 1452"),
        FOREIGN_KEY_OF_DELETE("DELETE FROM t WHERE id = 1", same(FOREIGN_KEY_VIOLATION), "19 23503 23503 1451"),
        CHECK("INSERT INTO strict_t (id, s, n) VALUES (1, 'x', -1)", same(CHECK_VIOLATION), "19 23513 23514 4025"),
        TOO_LONG(
                "INSERT INTO strict_t (id, s) VALUES (1, 'much too long')",
                on(null, DATA, DATA, DATA),
                "- 22001 22001 1406"),
        OUT_OF_RANGE(
                "INSERT INTO strict_t (id, s, n) VALUES (1, 'x', 99999999999)",
                on(null, DATA, DATA, DATA),
                "- 22004 22003 1264"),
        DECIMAL_OUT_OF_RANGE(
                "INSERT INTO strict_t (id, s, d) VALUES (1, 'x', 12345.6)",
                on(null, DATA, DATA, DATA),
                "- 22001 22003 1264"),
        SUM_OUT_OF_RANGE(
                "SELECT 9223372036854775807 + id FROM t WHERE id = 1",
                on(null, DATA, DATA, DATA),
                "- 22003 22003 1690"),
        NO_NUMBER_READ("SELECT CAST('x' AS DECIMAL(5, 2))", on(null, DATA, DATA, null), "- 22018 22P02 -"),
        NO_NUMBER_WRITTEN("INSERT INTO t (id, name) VALUES ('x', 'x')", same(DATA), "20 22018 22P02 1366"),
        DIVISION_BY_ZERO("SELECT 1 / 0", on(null, DATA, DATA, null), "- 22012 22012 -"),
        NO_TABLE("SELECT * FROM nothing", same(PROGRAMMING), "1 42102 42P01 1146"),
        NO_COLUMN("SELECT nothing FROM t", same(PROGRAMMING), "1 42122 42703 1054"),
        SYNTAX("SELEKT 1", same(PROGRAMMING), "1 42001 42601 1064");

        private final String sql;
        private final Map<Database, ErrorKind> kinds;
        private final List<String> codes;

        Situation(String sql, Map<Database, ErrorKind> kinds, String codes) {
            this.sql = sql;
            this.kinds = kinds;
            this.codes = List.of(codes.split(" "));
        }

        private static Map<Database, ErrorKind> same(ErrorKind kind) {
            return on(kind, kind, kind, kind);
        }

        private static Map<Database, ErrorKind> on(ErrorKind... kinds) {
            Map<Database, ErrorKind> map = new EnumMap<>(Database.class);
            for (int i = 0; i < kinds.length; i++) {
                map.put(Database.values()[i], kinds[i]);
            }
            return map;
        }
    }

    @BeforeEach
    void createTables() {
        run("CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER,"
                + " CONSTRAINT child_of_t FOREIGN KEY (t_id) REFERENCES t (id))");
        run("CREATE TABLE strict_t (id INTEGER PRIMARY KEY, s VARCHAR(3) NOT NULL, n INTEGER, d DECIMAL(5, 2),"
                + " CONSTRAINT n_positive CHECK (n > 0))");
        run("INSERT INTO t (id, name) VALUES (1, 'ed')");
        run("INSERT INTO t (id, name) VALUES (2, 'wendy')");
        run("INSERT INTO child (id, t_id) VALUES (1, 1)");
    }

    private static DatabaseException failureOf(ThrowingCallable work) {
        return catchThrowableOfType(DatabaseException.class, work);
    }

    private String codeOf(DatabaseException failure) {
        return database == Database.POSTGRESQL ? failure.sqlState().orElse("") : String.valueOf(failure.vendorCode());
    }

    @ParameterizedTest
    @EnumSource
    void statementThatFails(Situation situation) {
        try (Connection c = engine.connect()) {
            DatabaseException failure = failureOf(() -> {
                if (situation.sql.startsWith("SELECT")) {
                    c.execute(text(situation.sql)).all();
                } else {
                    c.run(text(situation.sql));
                }
            });
            ErrorKind expected = situation.kinds.get(database);
            assertThat(failure == null ? null : failure.kind()).isEqualTo(expected);
            if (expected != null) {
                assertThat(codeOf(failure)).isEqualTo(situation.codes.get(database.ordinal()));
                assertThat(failure.isRetryable()).isFalse();
                assertThat(failure.statement()).contains(situation.sql);
                assertThat(failure).hasMessageContaining(situation.sql);
                // The connection is none the worse for it.
                c.rollback();
                assertThat(value(c, "SELECT count(*) FROM t")).hasToString("2");
            }
        }
    }

    @Test
    void namesOfConstraintsAreToldWhereTheDriverTells() {
        IntegrityException check = (IntegrityException) failureOf(() -> run(Situation.CHECK.sql));
        assertThat(check.constraint().orElse("").toLowerCase(java.util.Locale.ROOT))
                .contains("n_positive");
        IntegrityException key = (IntegrityException) failureOf(() -> run(Situation.FOREIGN_KEY_OF_INSERT.sql));
        // SQLite does not say which key it is.
        if (database != Database.SQLITE) {
            assertThat(key.constraint().orElse("").toLowerCase(java.util.Locale.ROOT))
                    .contains("child_of_t");
        }
        IntegrityException unique = (IntegrityException) failureOf(() -> run(Situation.UNIQUE.sql));
        assertThat(unique.constraint()).isPresent();
    }

    @Test
    void deadlockEndsOneOfTwoAndMayBeRetried() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        CompletableFuture<DatabaseException> first = CompletableFuture.supplyAsync(() -> lockBoth(1, 2, both));
        CompletableFuture<DatabaseException> second = CompletableFuture.supplyAsync(() -> lockBoth(2, 1, both));
        DatabaseException failure = first.get() == null ? second.get() : first.get();
        assertThat(failure.kind()).isEqualTo(database == Database.SQLITE ? LOCK_TIMEOUT : DEADLOCK);
        assertThat(failure.isRetryable()).isTrue();
    }

    private DatabaseException lockBoth(int first, int second, CyclicBarrier both) {
        return failureOf(() -> engine.transaction(c -> {
            if (database == Database.SQLITE) {
                // Its one lock is taken by the first to write; who has read before cannot wait for it.
                c.jdbc().createStatement().execute("PRAGMA busy_timeout = 200");
                value(c, "SELECT count(*) FROM t");
            } else {
                c.run(text("UPDATE t SET name = 'n" + first + "' WHERE id = " + first));
            }
            both.await();
            c.run(text("UPDATE t SET name = 'm" + first + "' WHERE id = " + second));
            if (database == Database.SQLITE) {
                Thread.sleep(1000);
            }
        }));
    }

    static List<IsolationLevel> levels() {
        return List.of(IsolationLevel.REPEATABLE_READ, IsolationLevel.SNAPSHOT, IsolationLevel.SERIALIZABLE);
    }

    /** The levels at which a database finds out without locks that somebody else has changed what was read. */
    private boolean findsConflicts(IsolationLevel level) {
        return switch (database) {
            case SQLITE -> level == IsolationLevel.SERIALIZABLE;
            case H2 -> true;
            case POSTGRESQL -> level != IsolationLevel.SNAPSHOT;
            case MARIADB -> level == IsolationLevel.REPEATABLE_READ;
        };
    }

    @ParameterizedTest
    @MethodSource("levels")
    void conflictOfSnapshotsMayBeRetried(IsolationLevel level) {
        assumeTrue(findsConflicts(level), "the database has no such level, or locks what is read at it");
        Engine strict = engine.executionOptions(options -> options.isolationLevel(level));
        try (Connection reader = strict.connect()) {
            if (database == Database.MARIADB) {
                reader.run(text("SET SESSION innodb_snapshot_isolation = ON"));
                reader.commit();
            }
            value(reader, "SELECT count(*) FROM t");
            value(reader, "SELECT name FROM t WHERE id = 1");
            run("UPDATE t SET name = 'changed' WHERE id = 1");
            DatabaseException failure =
                    failureOf(() -> reader.run(text("UPDATE t SET name = 'lost update' WHERE id = 1")));
            assertThat(failure.isRetryable()).isTrue();
            assertThat(failure.kind()).isIn(SERIALIZATION_FAILURE, DEADLOCK);
            reader.rollback();
        }
        assertThat(value("SELECT name FROM t WHERE id = 1")).isEqualTo("changed");
    }

    /** Each reads what the other is about to write; one of them has to begin anew. */
    @Test
    void readersWhoWriteConflictAndAreRunAgain() throws Exception {
        Engine strict = engine.executionOptions(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE));
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        Queue<DatabaseException> failures = new ConcurrentLinkedQueue<>();
        FaultTests.atOnce(2, () -> {
            strict.transaction(Retry.times(20), c -> {
                boolean isFirst = attempts.incrementAndGet() <= 2;
                int n = ((Number) value(c, "SELECT length(name) FROM t WHERE id = 1")).intValue();
                if (isFirst) {
                    both.await();
                }
                try {
                    c.run(text("UPDATE t SET name = :name WHERE id = 1").bind("name", "x".repeat(n + 1)));
                } catch (DatabaseException failure) {
                    failures.add(failure);
                    throw failure;
                }
            });
            return true;
        });
        assertThat(value("SELECT name FROM t WHERE id = 1")).isEqualTo("xxxx");
        assertThat(attempts.get()).isGreaterThan(2);
        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.kind()).isIn(SERIALIZATION_FAILURE, DEADLOCK, LOCK_TIMEOUT));
    }

    @Test
    void writeSkewIsFoundAtTheLatestAtCommit() {
        assumeTrue(database == Database.POSTGRESQL, "only PostgreSQL finds it without locks");
        Engine strict = engine.executionOptions(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE));
        try (Connection first = strict.connect();
                Connection second = strict.connect()) {
            value(first, "SELECT count(*) FROM strict_t");
            value(second, "SELECT count(*) FROM strict_t");
            first.run(text("INSERT INTO strict_t (id, s) VALUES (1, 'a')"));
            second.run(text("INSERT INTO strict_t (id, s) VALUES (2, 'b')"));
            first.commit();
            DatabaseException failure = failureOf(second::commit);
            assertThat(failure.kind()).isEqualTo(SERIALIZATION_FAILURE);
            second.rollback();
            assertThat(value(second, "SELECT count(*) FROM strict_t")).hasToString("1");
        }
    }

    @Test
    void databaseThatIsReadOnlyRefuses() {
        try (Connection c = engine.connect()) {
            switch (database) {
                case SQLITE -> c.run(text("PRAGMA query_only = ON"));
                case POSTGRESQL -> c.run(text("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"));
                case MARIADB -> c.run(text("SET SESSION TRANSACTION READ ONLY"));
                case H2 -> assumeTrue(false, "a database in memory can always be written to");
            }
            c.commit();
            DatabaseException failure = failureOf(() -> c.run(text("INSERT INTO t (id, name) VALUES (5, 'x')")));
            assertThat(failure.kind()).isEqualTo(READ_ONLY);
        }
        run("INSERT INTO t (id, name) VALUES (5, 'x')");
    }

    @Test
    void killedConnectionIsLost() {
        assumeTrue(database.isServer(), "there is nobody who could kill it");
        Engine victim = open(options -> options.poolSize(1));
        try (Connection c = victim.connect()) {
            String id = String.valueOf(
                    value(c, database == Database.POSTGRESQL ? "SELECT pg_backend_pid()" : "SELECT connection_id()"));
            String kill = database == Database.POSTGRESQL ? "SELECT pg_terminate_backend(" + id + ")" : "KILL " + id;
            engine.transaction(other -> other.run(text(kill)));
            DatabaseException failure = failureOf(() -> {
                for (int i = 0; i < 100; i++) {
                    value(c, "SELECT count(*) FROM t");
                }
            });
            assertThat(failure.kind()).isEqualTo(DISCONNECTED);
            assertThat(failure.isRetryable()).isTrue();
        }
        victim.transaction(c -> assertThat(value(c, "SELECT count(*) FROM t")).hasToString("2"));
    }

    @Test
    void serverThatIsNotThereIsADisconnect() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assumeTrue(database != Database.SQLITE, "there is no server");
        String nobody = database.dialect() + "://nobody:canary@127.0.0.1:" + port + "/db";
        try (Engine unreachable = Engine.create(nobody)) {
            DatabaseException failure = failureOf(unreachable::connect);
            assertThat(failure.kind()).isEqualTo(DISCONNECTED);
            assertThat(failure.isRetryable()).isTrue();
            assertThat(failure.toString()).doesNotContain("canary");
        }
    }

    @Test
    void wrongPasswordAndMissingDatabaseAreNotRetried() {
        assumeTrue(database.isServer(), "there is no password");
        String missing = url.substring(0, url.lastIndexOf('/')) + "/no_such_database";
        for (String wrong : new String[] {url.replaceFirst("://[^@]*@", "://no_such_user:canary@"), missing}) {
            try (Engine refused = Engine.create(wrong)) {
                DatabaseException failure = failureOf(refused::connect);
                assertThat(failure.kind()).isEqualTo(OPERATIONAL);
                assertThat(failure.isRetryable()).isFalse();
                assertThat(failure.toString()).doesNotContain("canary");
            }
        }
    }
}
