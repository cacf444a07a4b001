package io.athanor.tests.fault;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Retry;
import io.athanor.engine.Transaction;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ForeignKeyViolationException;
import io.athanor.engine.error.LockTimeoutException;
import io.athanor.engine.error.TransactionAbortedException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.tests.database.Database;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions and savepoints when statements, commits and locks fail. */
@ParameterizedClass
@MethodSource("databases")
class TransactionTests extends FaultTests {
    TransactionTests(Database database) {
        super(database);
    }

    private boolean has(Capability capability) {
        return engine.dialect().capabilities().has(capability);
    }

    @Test
    void workOfATransactionIsCommittedOrUndone() {
        try (Connection c = engine.connect()) {
            c.begin(transaction -> add(c, 1, "ed"));
            assertThat(c.isInTransaction()).isFalse();
            assertThatThrownBy(() -> c.begin(transaction -> {
                        add(c, 2, "wendy");
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(c.isInTransaction()).isFalse();
            c.begin(transaction -> {
                add(c, 3, "mary");
                transaction.rollback();
            });
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void workOfASavepointIsKeptOrUndoneAlone() {
        try (Connection c = engine.connect()) {
            add(c, 1, "ed");
            c.beginNested(savepoint -> add(c, 2, "wendy"));
            assertThatThrownBy(() -> c.beginNested(savepoint -> {
                        add(c, 3, "mary");
                        add(c, 4, "ed");
                    }))
                    .isInstanceOf(UniqueViolationException.class);
            add(c, 5, "fred");
            c.commit();
        }
        assertThat(value("SELECT count(*) FROM t WHERE id IN (1, 2, 5)")).hasToString("3");
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void savepointsNestFiftyDeepAndEachRevertsOnlyItsOwn() {
        try (Connection c = engine.connect()) {
            Transaction[] savepoints = new Transaction[50];
            for (int i = 0; i < 50; i++) {
                savepoints[i] = c.beginNested();
                add(c, i, "n" + i);
            }
            for (int i = 49; i >= 25; i--) {
                savepoints[i].rollback();
                assertThat(value(c, "SELECT count(*) FROM t")).hasToString(String.valueOf(i));
            }
            c.commit();
        }
        assertThat(count()).isEqualTo(25);
    }

    @Test
    void failureThatIsSwallowedNeverLosesWorkSilently() {
        try (Connection c = engine.connect()) {
            add(c, 1, "ed");
            assertThatThrownBy(() -> add(c, 2, "ed")).isInstanceOf(UniqueViolationException.class);
            Throwable atCommit = catchThrowable(c::commit);
            if (atCommit != null) {
                assertThat(atCommit)
                        .isInstanceOf(TransactionAbortedException.class)
                        .hasCauseInstanceOf(UniqueViolationException.class)
                        .hasMessageContaining("rollback()");
            }
            assertThat(atCommit == null).isEqualTo(database != Database.POSTGRESQL);
            assertThat(count()).isEqualTo(atCommit == null ? 1 : 0);
            assertThat(c.isInTransaction()).isFalse();
            add(c, 3, "wendy");
            c.commit();
        }
        assertThat(value("SELECT count(*) FROM t WHERE id = 3")).hasToString("1");
    }

    @Test
    void failureThatTheEngineDidNotSeeIsFoundAtCommit() throws SQLException {
        try (Connection c = engine.connect()) {
            add(c, 1, "ed");
            try (Statement statement = c.jdbc().createStatement()) {
                assertThatThrownBy(() -> statement.execute("INSERT INTO t (id, name) VALUES (2, 'ed')"))
                        .isInstanceOf(SQLException.class);
            }
            Throwable atCommit = catchThrowable(c::commit);
            assertThat(count()).isEqualTo(atCommit == null ? 1 : 0);
            if (database == Database.POSTGRESQL) {
                assertThat(atCommit).isInstanceOf(TransactionAbortedException.class);
            }
        }
    }

    @Test
    void deferredConstraintFailsAtCommitAndTheUnitIsUndone() {
        assumeTrue(database == Database.SQLITE || database == Database.POSTGRESQL, "has no deferred constraints");
        run(
                "CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED)");
        try (Connection c = engine.connect()) {
            add(c, 1, "ed");
            c.run(text("INSERT INTO child VALUES (1, 99)"));
            assertThatThrownBy(c::commit).isInstanceOf(ForeignKeyViolationException.class);
            assertThat(c.isInTransaction()).isTrue();
            c.rollback();
            assertThat(value(c, "SELECT count(*) FROM t")).hasToString("0");
            assertThat(value(c, "SELECT count(*) FROM child")).hasToString("0");
        }
    }

    @Test
    void statementsAfterAFailedCommitAreNotCommittedAlone() {
        assumeTrue(database == Database.POSTGRESQL, "a failed COMMIT ends the transaction on PostgreSQL alone");
        run(
                "CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED)");
        try (Connection c = engine.connect()) {
            c.run(text("INSERT INTO child VALUES (1, 99)"));
            assertThatThrownBy(c::commit).isInstanceOf(ForeignKeyViolationException.class);
            assertThatThrownBy(() -> add(c, 1, "stray")).isInstanceOf(TransactionAbortedException.class);
            c.rollback();
        }
        assertThat(count()).isZero();
    }

    @Test
    void lockThatIsNotToBeHadIsATimeoutAfterWhichTheUnitRollsBack() {
        add(1, "ed");
        try (Connection first = engine.connect();
                Connection second = engine.connect()) {
            add(second, 2, "wendy");
            waitBriefly(second);
            if (database == Database.SQLITE) {
                second.commit();
            }
            first.run(text("UPDATE t SET name = 'first' WHERE id = 1"));
            assertThatThrownBy(() -> second.run(text("UPDATE t SET name = 'second' WHERE id = 1")))
                    .isInstanceOfSatisfying(
                            LockTimeoutException.class,
                            timeout -> assertThat(timeout.isRetryable()).isTrue());
            Throwable atCommit = catchThrowable(second::commit);
            if (database == Database.MARIADB || database == Database.POSTGRESQL) {
                assertThat(atCommit).isInstanceOf(TransactionAbortedException.class);
            }
            second.rollback();
            first.commit();
            assertThat(value(second, "SELECT name FROM t WHERE id = 1")).isEqualTo("first");
            second.run(text("UPDATE t SET name = 'second' WHERE id = 1"));
            second.commit();
        }
        assertThat(value("SELECT name FROM t WHERE id = 1")).isEqualTo("second");
        boolean isWhollyUndone = database == Database.MARIADB || database == Database.POSTGRESQL;
        assertThat(count()).isEqualTo(isWhollyUndone ? 1 : 2);
    }

    private void add(int id, String name) {
        engine.transaction(connection -> add(connection, id, name));
    }

    private void waitBriefly(Connection connection) {
        switch (database) {
            case SQLITE -> connection.run(text("PRAGMA busy_timeout = 100"));
            case H2 -> connection.run(text("SET LOCK_TIMEOUT 100"));
            case POSTGRESQL -> connection.run(text("SET lock_timeout = 100"));
            case MARIADB -> connection.run(text("SET SESSION innodb_lock_wait_timeout = 1"));
        }
    }

    @Test
    void changeOfTheSchemaWithinAUnitIsRefusedWhereItWouldCommitIt() {
        Engine strict = engine.executionOptions(options -> options.refuseImplicitCommit(true));
        try (Connection c = strict.connect()) {
            add(c, 1, "ed");
            Throwable refused = catchThrowable(() -> c.run(text("CREATE TABLE u (id INTEGER)")));
            if (has(Capability.TRANSACTIONAL_DDL)) {
                assertThat(refused).isNull();
            } else {
                assertThat(refused)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("[" + database.dialect() + "]")
                        .hasMessageContaining("commit() or rollback() first");
            }
            c.rollback();
            assertThat(c.hasTable("u")).isFalse();
        }
        assertThat(count()).isZero();
    }

    @Test
    void changeOfTheSchemaThatCommitsAUnitIsWarnedOf() {
        assumeTrue(!has(Capability.TRANSACTIONAL_DDL), "changes of the schema are part of the transaction");
        try (CapturedLog log = new CapturedLog();
                Connection c = engine.connect()) {
            add(c, 1, "ed");
            c.run(text("CREATE TABLE u (id INTEGER)"));
            c.rollback();
            assertThat(log.text()).contains("a change of the schema commits the transaction");
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void conflictingUnitsAreRunAgainUntilAllAreDone() throws Exception {
        run("INSERT INTO t (id, name) VALUES (1, '0')");
        IsolationLevel level = database == Database.H2 ? IsolationLevel.REPEATABLE_READ : IsolationLevel.SERIALIZABLE;
        Engine strict = engine.executionOptions(options -> options.isolationLevel(level));
        Retry retry = Retry.until(Duration.ofSeconds(60)).backOff(Duration.ofMillis(5), Duration.ofMillis(100));
        AtomicInteger attempts = new AtomicInteger();
        int threads = 8;
        int each = 15;
        atOnce(threads, () -> {
            for (int i = 0; i < each; i++) {
                strict.transaction(retry, connection -> {
                    attempts.incrementAndGet();
                    int n = Integer.parseInt((String) value(connection, "SELECT name FROM t WHERE id = 1"));
                    connection.run(text("UPDATE t SET name = :n WHERE id = 1").bind("n", String.valueOf(n + 1)));
                });
            }
            return true;
        });
        assertThat(value("SELECT name FROM t WHERE id = 1")).isEqualTo(String.valueOf(threads * each));
        assertThat(attempts.get()).isGreaterThanOrEqualTo(threads * each);
    }

    @Test
    void failureThatMayNotPassIsNotRunAgain() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> engine.transaction(Retry.times(5), connection -> {
                    attempts.incrementAndGet();
                    add(connection, 1, "ed");
                    add(connection, 1, "ed");
                }))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(attempts).hasValue(1);
        assertThat(count()).isZero();
    }

    @Test
    void lastFailureKeepsThoseBeforeIt() {
        AtomicInteger attempts = new AtomicInteger();
        Retry retry = Retry.times(3).backOff(Duration.ZERO, Duration.ZERO);
        assertThatThrownBy(() -> engine.transaction(retry, connection -> {
                    attempts.incrementAndGet();
                    throw io.athanor.engine.error.ErrorKind.DEADLOCK.exception("met again", null, null, null, null);
                }))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        last -> assertThat(last.getSuppressed()).hasSize(2));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void tokenOfAUnitIsItsOwn() {
        try (Connection c = engine.connect()) {
            String before = c.transactionToken();
            add(c, 1, c.transactionToken().substring(0, 20));
            assertThat(c.transactionToken()).isEqualTo(before);
            c.commit();
            assertThat(c.transactionToken()).isNotEqualTo(before);
        }
    }
}
