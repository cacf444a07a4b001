package io.athanor.tests.fault;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.Retry;
import io.athanor.engine.error.DiskFullException;
import io.athanor.engine.error.LockTimeoutException;
import io.athanor.engine.error.SerializationFailureException;
import io.athanor.engine.error.TransactionAbortedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only SQLite does: transactions that end silently, and one lock for all writers. */
@Timeout(120)
class SqliteFaultTests {
    @TempDir
    Path folder;

    private Engine open(String options) {
        Engine engine = Engine.create("sqlite:///" + folder.resolve("a.db") + "?synchronous=off&" + options);
        engine.transaction(
                c -> c.run(text("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, n INTEGER, s TEXT)")));
        return engine;
    }

    private static Object value(Connection connection, String sql) {
        return connection.execute(text(sql)).all().get(0).get(0);
    }

    @Test
    void writesAfterADiskThatRanFullAreNotCommittedAlone() {
        try (Engine engine = open("journal_mode=delete");
                Connection c = engine.connect()) {
            c.run(text("PRAGMA max_page_count = 20"));
            c.commit();
            c.run(text("INSERT INTO t (id, n) VALUES (1, 1)"));
            assertThatThrownBy(() ->
                            c.run(text("INSERT INTO t (id, s) VALUES (2, :s)").bind("s", "x".repeat(500_000))))
                    .isInstanceOf(DiskFullException.class);
            assertThatThrownBy(() -> c.run(text("INSERT INTO t (id, n) VALUES (3, 3)")))
                    .isInstanceOf(TransactionAbortedException.class);
            assertThatThrownBy(c::commit).isInstanceOf(TransactionAbortedException.class);
            assertThat(value(c, "SELECT count(*) FROM t")).hasToString("0");
            c.run(text("INSERT INTO t (id, n) VALUES (4, 4)"));
            c.commit();
            assertThat(value(c, "SELECT group_concat(id) FROM t")).hasToString("4");
        }
    }

    @Test
    void unitThatReadsBeforeItWritesConflictsUnlessItLocksAtOnce() {
        try (Engine engine = open("journal_mode=wal&busy_timeout=100");
                Connection first = engine.connect();
                Connection second = engine.connect()) {
            value(first, "SELECT count(*) FROM t");
            second.run(text("INSERT INTO t (id, n) VALUES (1, 1)"));
            second.commit();
            assertThatThrownBy(() -> first.run(text("INSERT INTO t (id, n) VALUES (2, 2)")))
                    .isInstanceOf(SerializationFailureException.class);
            first.rollback();
            Connection locking = first.executionOptions(options -> options.beginImmediate(true));
            value(locking, "SELECT count(*) FROM t");
            assertThatThrownBy(() -> second.run(text("INSERT INTO t (id, n) VALUES (3, 3)")))
                    .isInstanceOf(LockTimeoutException.class);
            locking.run(text("INSERT INTO t (id, n) VALUES (4, 4)"));
            locking.commit();
        }
    }

    @Test
    void writersWhoLockAtOnceNeverFail() throws Exception {
        try (Engine engine = open("journal_mode=wal&busy_timeout=60000")) {
            engine.transaction(c -> c.run(text("INSERT INTO t (id, n) VALUES (1, 0)")));
            Engine locking = engine.executionOptions(options -> options.beginImmediate(true));
            int each = Sizes.of(25, 100);
            FaultTests.atOnce(8, () -> {
                for (int i = 0; i < each; i++) {
                    locking.transaction(SqliteFaultTests::increment);
                }
                return true;
            });
            engine.transaction(c -> assertThat(value(c, "SELECT n FROM t")).hasToString(String.valueOf(8 * each)));
        }
    }

    @Test
    void secondAttemptLocksAtOnce() throws Exception {
        try (Engine engine = open("journal_mode=wal&busy_timeout=60000")) {
            engine.transaction(c -> c.run(text("INSERT INTO t (id, n) VALUES (1, 0)")));
            AtomicInteger most = new AtomicInteger();
            FaultTests.atOnce(8, () -> {
                for (int i = 0; i < 20; i++) {
                    AtomicInteger attempts = new AtomicInteger();
                    engine.transaction(Retry.times(2).backOff(Duration.ZERO, Duration.ZERO), c -> {
                        attempts.incrementAndGet();
                        increment(c);
                    });
                    most.accumulateAndGet(attempts.get(), Math::max);
                }
                return true;
            });
            engine.transaction(c -> assertThat(value(c, "SELECT n FROM t")).hasToString("160"));
            assertThat(most.get()).isLessThanOrEqualTo(2);
        }
    }

    private static void increment(Connection connection) {
        int n = ((Number) value(connection, "SELECT n FROM t WHERE id = 1")).intValue();
        connection.run(text("UPDATE t SET n = :n WHERE id = 1").bind("n", n + 1));
    }

    @Test
    void commitThatHasToWaitForAReaderCanBeRepeated() {
        try (Engine engine = open("journal_mode=delete&busy_timeout=50");
                Connection writer = engine.connect();
                Connection reader = engine.connect()) {
            writer.run(text("INSERT INTO t (id, n) VALUES (1, 1)"));
            var rows = reader.execute(text("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 9)"
                            + " SELECT x, (SELECT count(*) FROM t) FROM c"))
                    .iterator();
            rows.next();
            assertThatThrownBy(writer::commit).isInstanceOf(LockTimeoutException.class);
            assertThat(writer.isInTransaction()).isTrue();
            reader.rollback();
            writer.commit();
            assertThat(value(reader, "SELECT count(*) FROM t")).hasToString("1");
        }
    }
}
