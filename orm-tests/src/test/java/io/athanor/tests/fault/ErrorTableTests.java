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
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.error.IntegrityException;
import io.athanor.tests.database.Database;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
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

    /** A statement that goes wrong, and what it is on SQLite, H2, PostgreSQL and MariaDB; null where it goes right. */
    enum Situation {
        UNIQUE("INSERT INTO t (id, name) VALUES (9, 'ed')", same(UNIQUE_VIOLATION)),
        PRIMARY_KEY("INSERT INTO t (id, name) VALUES (1, 'other')", same(UNIQUE_VIOLATION)),
        NOT_NULL("INSERT INTO strict_t (id, s) VALUES (1, NULL)", same(NOT_NULL_VIOLATION)),
        FOREIGN_KEY_OF_INSERT("INSERT INTO child (id, t_id) VALUES (2, 99)", same(FOREIGN_KEY_VIOLATION)),
        FOREIGN_KEY_OF_DELETE("DELETE FROM t WHERE id = 1", same(FOREIGN_KEY_VIOLATION)),
        CHECK("INSERT INTO strict_t (id, s, n) VALUES (1, 'x', -1)", same(CHECK_VIOLATION)),
        TOO_LONG("INSERT INTO strict_t (id, s) VALUES (1, 'much too long')", on(null, DATA, DATA, DATA)),
        OUT_OF_RANGE("INSERT INTO strict_t (id, s, n) VALUES (1, 'x', 99999999999)", on(null, DATA, DATA, DATA)),
        NO_NUMBER_READ("SELECT CAST('x' AS DECIMAL(5, 2))", on(null, DATA, DATA, null)),
        NO_NUMBER_WRITTEN("INSERT INTO t (id, name) VALUES ('x', 'x')", same(DATA)),
        DIVISION_BY_ZERO("SELECT 1 / 0", on(null, DATA, DATA, null)),
        NO_TABLE("SELECT * FROM nothing", same(PROGRAMMING)),
        NO_COLUMN("SELECT nothing FROM t", same(PROGRAMMING)),
        SYNTAX("SELEKT 1", same(PROGRAMMING));

        private final String sql;
        private final Map<Database, ErrorKind> kinds;

        Situation(String sql, Map<Database, ErrorKind> kinds) {
            this.sql = sql;
            this.kinds = kinds;
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
        run("CREATE TABLE strict_t (id INTEGER PRIMARY KEY, s VARCHAR(3) NOT NULL, n INTEGER,"
                + " CONSTRAINT n_positive CHECK (n > 0))");
        run("INSERT INTO t (id, name) VALUES (1, 'ed')");
        run("INSERT INTO t (id, name) VALUES (2, 'wendy')");
        run("INSERT INTO child (id, t_id) VALUES (1, 1)");
    }

    private static DatabaseException failureOf(ThrowingCallable work) {
        return catchThrowableOfType(DatabaseException.class, work);
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

    @Test
    void conflictOfSnapshotsMayBeRetried() {
        IsolationLevel level = switch (database) {
            case SQLITE, POSTGRESQL -> IsolationLevel.SERIALIZABLE;
            case H2, MARIADB -> IsolationLevel.REPEATABLE_READ;
        };
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
