package io.athanor.dialect.h2;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.DeadlockException;
import io.athanor.engine.error.DisconnectedException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.error.IntegrityException;
import io.athanor.engine.error.LockTimeoutException;
import io.athanor.engine.error.TransactionAbortedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class H2ErrorTests {
    private final Engine engine = Engine.create("jdbc:h2:mem:errors;LOCK_TIMEOUT=200");

    @BeforeEach
    void createTables() {
        engine.transaction(c -> {
            c.run(
                    text(
                            "CREATE TABLE p (id INTEGER PRIMARY KEY, u INTEGER UNIQUE, n INTEGER NOT NULL, k NUMERIC(3, 1) CHECK (k > 0), s VARCHAR(3))"));
            c.run(text("CREATE TABLE c (pid INTEGER REFERENCES p (id))"));
            c.run(text("INSERT INTO p VALUES (1, 1, 1, 1, 'a'), (2, 2, 2, 2, 'b')"));
            c.run(text("INSERT INTO c VALUES (1)"));
        });
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    private static DatabaseException failureOf(Engine engine, String sql) {
        return catchThrowableOfType(DatabaseException.class, () -> engine.transaction(c -> c.run(text(sql))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO p VALUES (1, 3, 1, 1, 'a')     | UNIQUE_VIOLATION      | 23505
            INSERT INTO p VALUES (3, 1, 1, 1, 'a')     | UNIQUE_VIOLATION      | 23505
            INSERT INTO p VALUES (3, 3, NULL, 1, 'a')  | NOT_NULL_VIOLATION    | 23502
            INSERT INTO p VALUES (3, 3, 1, 0, 'a')     | CHECK_VIOLATION       | 23513
            INSERT INTO c VALUES (9)                   | FOREIGN_KEY_VIOLATION | 23506
            DELETE FROM p                              | FOREIGN_KEY_VIOLATION | 23503
            INSERT INTO p VALUES (3, 3, 1, 1, 'long')  | DATA                  | 22001
            INSERT INTO p VALUES (3, 3, 1, 999, 'a')   | DATA                  | 22001
            INSERT INTO p VALUES ('x', 3, 1, 1, 'a')   | DATA                  | 22018
            SELECT 1 / 0                               | DATA                  | 22012
            SELECT * FROM nothing                      | PROGRAMMING           | 42102
            SELECT nothing FROM p                      | PROGRAMMING           | 42122
            SELEC 1                                    | PROGRAMMING           | 42001
            INSERT INTO p VALUES (1)                   | PROGRAMMING           | 21002
            """)
    void errorHasItsKind(String sql, ErrorKind kind, int code) {
        DatabaseException failure = failureOf(engine, sql);
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        assertThat(failure.vendorCode()).isEqualTo(code);
        assertThat(failure.sqlState()).isPresent();
    }

    @Test
    void integrityErrorNamesItsConstraint() {
        engine.transaction(c -> c.run(text("ALTER TABLE p ADD CONSTRAINT small CHECK (n < 100)")));
        DatabaseException failure = failureOf(engine, "UPDATE p SET n = 100");
        assertThat(((IntegrityException) failure).constraint()).contains("SMALL");
    }

    @Test
    void lockedRowIsALockTimeoutAndTheTransactionGoesOn() {
        try (Connection first = engine.connect();
                Connection second = engine.connect()) {
            first.run(text("UPDATE p SET n = 5 WHERE id = 1"));
            second.run(text("UPDATE p SET n = 6 WHERE id = 2"));
            assertThatThrownBy(() -> second.run(text("UPDATE p SET n = 6 WHERE id = 1")))
                    .isInstanceOfSatisfying(
                            LockTimeoutException.class,
                            e -> assertThat(e.isRetryable()).isTrue());
            second.commit();
        }
    }

    @Test
    void deadlockEndsOneTransactionWhichThenRefusesEverything() {
        try (Engine patient = Engine.create("jdbc:h2:mem:errors;LOCK_TIMEOUT=20000");
                Connection first = patient.connect();
                Connection second = patient.connect()) {
            first.run(text("UPDATE p SET n = 5 WHERE id = 1"));
            second.run(text("UPDATE p SET n = 6 WHERE id = 2"));
            CompletableFuture<Throwable> other = CompletableFuture.supplyAsync(() -> failure(first, 2));
            Throwable mine = failure(second, 1);
            Throwable theirs = other.join();
            Connection victim = mine == null ? first : second;
            assertThat(mine == null ? theirs : mine).isInstanceOf(DeadlockException.class);
            assertThatThrownBy(() -> victim.run(text("UPDATE p SET n = 9")))
                    .isInstanceOf(TransactionAbortedException.class);
            victim.rollback();
            first.rollback();
            second.rollback();
            victim.run(text("UPDATE p SET n = 9 WHERE id = 1"));
            victim.commit();
        }
    }

    private static Throwable failure(Connection connection, int id) {
        try {
            connection.run(text("UPDATE p SET n = 7 WHERE id = :id").bind("id", id));
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    @Test
    void databaseThatIsShutDownDisconnectsAndTheEngineRecovers() {
        try (Connection c = engine.connect()) {
            c.run(text("SELECT 1"));
            try (Connection other = engine.connect()) {
                assertThatThrownBy(() -> {
                            other.run(text("SHUTDOWN"));
                            other.run(text("SELECT 1"));
                        })
                        .isInstanceOf(DisconnectedException.class);
            }
            assertThatThrownBy(() -> c.run(text("SELECT 1"))).isInstanceOf(DisconnectedException.class);
            assertThatThrownBy(() -> c.run(text("SELECT 1"))).isInstanceOf(TransactionAbortedException.class);
            c.rollback();
            c.run(text("CREATE TABLE again (a INT)"));
        }
        engine.transaction(c -> assertThat(c.hasTable("again")).isTrue());
    }

    @Test
    void valuesInDriverMessagesAreHiddenWithTheParameters() {
        String canary = "canary-4711";
        try (Engine hiding = Engine.create("h2:///mem:hiding", o -> o.hideParameters(true))) {
            hiding.transaction(c -> c.run(text("CREATE TABLE t (a VARCHAR UNIQUE)")));
            assertThatThrownBy(() -> hiding.transaction(c -> {
                        c.run(text("INSERT INTO t VALUES (:a)").bind("a", canary));
                        c.run(text("INSERT INTO t VALUES (:a)").bind("a", canary));
                    }))
                    .isInstanceOf(IntegrityException.class)
                    .satisfies(failure ->
                            assertThat(stackOf(failure)).doesNotContain(canary).contains("23505"));
        }
    }

    @Test
    void passwordIsInNoMessage(@TempDir Path folder) {
        String jdbc = "jdbc:h2:file:" + folder + "/a;USER=sa;PASSWORD=";
        try (Engine owner = Engine.create(jdbc + "right-secret")) {
            owner.transaction(c -> c.run(text("SELECT 1")));
            assertThat(owner).hasToString("Engine(" + jdbc + "***)");
            owner.transaction(c -> c.run(text("SHUTDOWN")));
        } catch (DatabaseException closed) {
            assertThat(closed.kind()).isEqualTo(ErrorKind.DISCONNECTED);
        }
        try (Engine intruder = Engine.create(jdbc + "wrong-secret")) {
            assertThatThrownBy(intruder::connect)
                    .isInstanceOfSatisfying(
                            DatabaseException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.OPERATIONAL))
                    .satisfies(failure -> assertThat(stackOf(failure)).doesNotContain("wrong-secret"));
        }
        assertThat(Files.exists(folder.resolve("a.mv.db"))).isTrue();
    }

    private static String stackOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void stackOverflowWithinTheDriverIsADatabaseErrorAndTheConnectionSurvives() {
        String deep = "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000);
        try (Connection c = engine.connect()) {
            assertThatThrownBy(() -> c.run(text(deep))).isInstanceOf(DatabaseException.class);
            c.rollback();
            c.run(text("SELECT 1"));
        }
    }
}
