package io.athanor.tests.fault;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Result;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.error.ReadOnlyException;
import io.athanor.engine.error.StatementTimeoutException;
import io.athanor.engine.error.TransactionAbortedException;
import io.athanor.engine.pool.NullPool;
import io.athanor.tests.database.Database;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Isolation, read-only connections, limits, cancellation and streaming, and that nothing of it outlives its use. */
@ParameterizedClass
@MethodSource("databases")
class ExecutionOptionsTests extends FaultTests {
    private static final Duration SOON = Duration.ofSeconds(20);

    ExecutionOptionsTests(Database database) {
        super(database);
    }

    private IsolationLevel another() {
        IsolationLevel usual = engine.inTransaction(Connection::isolationLevel);
        return engine.dialect().transactions().isolationLevels().stream()
                .filter(level -> level != usual)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isolationLevelIsSetBackWhenTheConnectionIsClosed() {
        Engine single = open(options -> options.poolSize(1));
        IsolationLevel level = another();
        try (Connection c = single.connect().executionOptions(options -> options.isolationLevel(level))) {
            assertThat(c.isolationLevel()).isEqualTo(level);
            value(c, "SELECT count(*) FROM t");
            assertThat(c.isolationLevel()).isEqualTo(level);
        }
        try (Connection c = single.connect()) {
            assertThat(c.isolationLevel()).isNotEqualTo(level);
        }
        assertThat(single.poolState().total()).isEqualTo(1);
    }

    @Test
    void isolationLevelOfTheEngineIsThatOfAllConnections() {
        IsolationLevel level = another();
        Engine strict = open(options -> options.isolationLevel(level).poolSize(2));
        for (int i = 0; i < 2; i++) {
            try (Connection first = strict.connect();
                    Connection second = strict.connect()) {
                assertThat(first.isolationLevel()).isEqualTo(level);
                assertThat(second.isolationLevel()).isEqualTo(level);
            }
        }
    }

    @Test
    void isolationLevelCannotChangeWithinATransaction() {
        try (Connection c = engine.connect()) {
            add(c, 1, "ed");
            IsolationLevel level = IsolationLevel.SERIALIZABLE;
            assertThatThrownBy(() -> c.executionOptions(options -> options.isolationLevel(level)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("commit() or rollback() first");
        }
    }

    @Test
    void missingIsolationLevelIsRefusedWithThoseThereAre() {
        IsolationLevel missing = database == Database.SQLITE ? IsolationLevel.REPEATABLE_READ : IsolationLevel.SNAPSHOT;
        assumeTrue(!engine.dialect().transactions().isolationLevels().contains(missing), "has all levels");
        try (Connection c = engine.connect()) {
            assertThatThrownBy(() -> c.executionOptions(options -> options.isolationLevel(missing)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("[" + missing + "]")
                    .hasMessageContaining("SERIALIZABLE");
        }
    }

    @Test
    void autocommitCommitsEachStatement() {
        Engine automatic = engine.executionOptions(options -> options.isolationLevel(IsolationLevel.AUTOCOMMIT));
        try (Connection c = automatic.connect()) {
            assertThat(c.isolationLevel()).isEqualTo(IsolationLevel.AUTOCOMMIT);
            add(c, 1, "ed");
            assertThat(count()).isEqualTo(1);
            c.rollback();
            assertThat(count()).isEqualTo(1);
            assertThatThrownBy(() -> add(c, 1, "ed")).isNotNull();
            add(c, 2, "wendy");
            assertThatThrownBy(c::beginNested).isInstanceOf(InvalidRequestException.class);
        }
        try (Connection c = engine.connect()) {
            add(c, 3, "mary");
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void readOnlyConnectionRefusesChangesAndOthersDoNot() {
        Engine single = open(options -> options.poolSize(1));
        try (Connection c = single.connect().executionOptions(options -> options.readOnly(true))) {
            assertThat(value(c, "SELECT count(*) FROM t")).hasToString("0");
            assertThatThrownBy(() -> add(c, 1, "ed")).isInstanceOf(ReadOnlyException.class);
            assertThatThrownBy(() -> c.run(text("CREATE TABLE u (id INTEGER)"))).isInstanceOf(ReadOnlyException.class);
        }
        single.transaction(c -> add(c, 1, "ed"));
        assertThat(count()).isEqualTo(1);
        assertThat(single.poolState().total()).isEqualTo(1);
    }

    @Test
    void statementThatRunsTooLongIsStopped() {
        Engine limited = engine.executionOptions(options -> options.timeout(Duration.ofMillis(300)));
        String endless = Places.endlessQuery(database);
        try (Connection c = limited.connect()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> c.execute(text(endless)).all())
                    .isInstanceOf(StatementTimeoutException.class)
                    .hasMessageContaining("cancelled after [300] ms");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(290), SOON);
            c.rollback();
            assertThat(value(c, "SELECT count(*) FROM t")).hasToString("0");
        }
    }

    @Test
    void shortStatementsAreNotStopped() throws Exception {
        Engine limited = engine.executionOptions(options -> options.timeout(Duration.ofMillis(300)));
        try (Connection c = limited.connect()) {
            add(c, 1, "ed");
            add(c, 2, "wendy");
            Iterator<?> rows = c.execute(text("SELECT id FROM t ORDER BY id"))
                    .map(row -> row.get(0))
                    .iterator();
            assertThat(rows.next()).hasToString("1");
            Thread.sleep(700);
            assertThat(rows.next()).hasToString("2");
            assertThat(rows.hasNext()).isFalse();
            c.commit();
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anotherThreadCancelsWhatRuns() throws Exception {
        try (Connection c = engine.connect()) {
            c.cancel();
            assertThat(value(c, "SELECT count(*) FROM t")).hasToString("0");
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(
                    c::cancel, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            String endless = Places.endlessQuery(database);
            assertThatThrownBy(() -> c.execute(text(endless)).all())
                    .isInstanceOf(StatementTimeoutException.class)
                    .hasMessageContaining("cancelled by cancel()");
            canceller.get();
            c.rollback();
            add(c, 1, "ed");
            c.commit();
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void unitWithACancelledWriteIsCommittedAsAWholeOrNotAtAll() throws Exception {
        run("INSERT INTO t (id, name) VALUES (1, 'ed')");
        try (Connection c = engine.connect()) {
            add(c, 2, "wendy");
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(
                    c::cancel, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            String endless = Places.endlessQuery(database).replace("100)", "100)::text");
            assertThatThrownBy(() -> c.run(text("UPDATE t SET name = (" + endless + ") WHERE id = 1")))
                    .isInstanceOf(StatementTimeoutException.class);
            canceller.get();
            Throwable refused = org.assertj.core.api.Assertions.catchThrowable(() -> add(c, 3, "mary"));
            if (refused == null) {
                c.commit();
                assertThat(count()).isEqualTo(3);
            } else {
                assertThat(refused).isInstanceOf(TransactionAbortedException.class);
                assertThatThrownBy(c::commit).isInstanceOf(TransactionAbortedException.class);
                assertThat(count()).isEqualTo(1);
            }
            // SQLite rolls the whole transaction back, PostgreSQL gives it up.
            boolean isGivenUp = database == Database.SQLITE || database == Database.POSTGRESQL;
            assertThat(refused != null).isEqualTo(isGivenUp);
            add(c, 4, "fred");
            c.commit();
        }
        assertThat(value("SELECT count(*) FROM t WHERE id = 4")).hasToString("1");
    }

    @Test
    void openResultDoesNotKeepACancelledConnectionFromWorking() throws Exception {
        run("INSERT INTO t (id, name) VALUES (1, 'ed')");
        run("INSERT INTO t (id, name) VALUES (2, 'wendy')");
        try (Connection c = engine.connect()) {
            Iterator<?> rows = c.execute(text("SELECT id FROM t")).iterator();
            rows.next();
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(
                    c::cancel, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
            assertThatThrownBy(
                            () -> c.execute(text(Places.endlessQuery(database))).all())
                    .isInstanceOf(StatementTimeoutException.class);
            canceller.get();
            c.rollback();
            assertThat(value(c, "SELECT count(*) FROM t")).hasToString("2");
        }
    }

    @Test
    void resultIsReadInPortions() {
        String many = switch (database) {
            case SQLITE ->
                "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 500000) SELECT x FROM c";
            case H2 -> "SELECT X FROM SYSTEM_RANGE(1, 500000)";
            case POSTGRESQL -> "SELECT generate_series(1, 500000) AS x";
            case MARIADB -> "SELECT seq FROM seq_1_to_500000";
        };
        try (Connection c = engine.connect();
                Result<Object> rows = c.yieldPer(100).execute(text(many)).map(row -> row.get(0))) {
            Iterator<?> each = rows.iterator();
            for (int i = 1; i <= 250; i++) {
                assertThat(each.next()).hasToString("" + i);
            }
            assertIsStillSending(c);
            for (int i = 251; i <= 500_000; i++) {
                if (Integer.parseInt(each.next().toString()) != i) {
                    throw new AssertionError("row " + i);
                }
            }
            assertThat(each.hasNext()).isFalse();
        }
    }

    /** Only what the server has not sent yet was not read at once. */
    private void assertIsStillSending(Connection reading) {
        if (database == Database.POSTGRESQL) {
            assertThat(value(reading, "SELECT count(*) FROM pg_cursors WHERE name LIKE 'C%'"))
                    .hasToString("1");
        } else if (database == Database.MARIADB) {
            assertThat(
                            value(
                                    "SELECT count(*) FROM information_schema.processlist WHERE db = database()"
                                            + " AND command = 'Query' AND info LIKE '%seq_1_to_500000' AND info NOT LIKE '%processlist%'"))
                    .hasToString("1");
        }
    }

    @Test
    void nothingThatWasSetOnAConnectionOutlivesItsUse() throws Exception {
        Engine single = open(options -> options.poolSize(1));
        String schema = schemaOf(single);
        run(
                "CREATE SCHEMA other_schema_" + database.name().toLowerCase(java.util.Locale.ROOT),
                database != Database.SQLITE);
        try (Connection c = single.connect()) {
            java.sql.Connection raw = c.jdbc();
            raw.setAutoCommit(false);
            raw.createStatement().executeUpdate("INSERT INTO t (id, name) VALUES (1, 'ed')");
            raw.createStatement().executeQuery("SELECT * FROM t");
        }
        assertThat(count()).isZero();
        try (Connection c = single.connect()) {
            setSchema(c);
        }
        assertThat(schemaOf(single)).isEqualTo(schema);
        single.transaction(c -> add(c, 1, "ed"));
        assertThat(count()).isEqualTo(1);
        dropSchema();
    }

    private void run(String sql, boolean isPossible) {
        if (isPossible) {
            run(sql);
        }
    }

    private void setSchema(Connection connection) {
        switch (database) {
            case SQLITE -> connection.run(text("PRAGMA query_only = ON"));
            case H2 -> connection.run(text("SET SCHEMA other_schema_h2"));
            case POSTGRESQL -> connection.run(text("SET search_path = other_schema_postgresql"));
            case MARIADB -> connection.run(text("USE other_schema_mariadb"));
        }
        connection.commit();
    }

    private void dropSchema() {
        run("DROP SCHEMA other_schema_mariadb", database == Database.MARIADB);
    }

    private static String schemaOf(Engine engine) {
        return engine.inTransaction(c -> {
            try {
                return c.jdbc().getSchema() + "/" + c.jdbc().getCatalog();
            } catch (java.sql.SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    @Test
    void poolThatKeepsNothingOpensAndClosesEachTime() {
        Engine unpooled = open(options -> options.pool(NullPool::new));
        for (int i = 0; i < 3; i++) {
            unpooled.transaction(c -> value(c, "SELECT count(*) FROM t"));
            assertThat(unpooled.poolState().total()).isZero();
        }
        try (Connection first = unpooled.connect();
                Connection second = unpooled.connect()) {
            assertThat(unpooled.poolState().active()).isEqualTo(2);
            assertThat(first.isClosed() || second.isClosed()).isFalse();
        }
    }
}
