package io.athanor.tests.fault;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.error.DeadlockException;
import io.athanor.engine.error.DisconnectedException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.engine.event.EngineListener;
import io.athanor.engine.event.FailureEvent;
import io.athanor.engine.event.StatementEvent;
import io.athanor.engine.event.TransactionEvent;
import io.athanor.tests.database.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What listeners hear and may change, and what log and exceptions tell. */
@ParameterizedClass
@MethodSource("databases")
class EngineEventsTests extends FaultTests {
    EngineEventsTests(Database database) {
        super(database);
    }

    /** Writes down what it hears. */
    private static final class Diary implements EngineListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void firstConnected(java.sql.Connection connection) {
            heard.add("first");
        }

        @Override
        public void connected(java.sql.Connection connection) {
            heard.add("connected");
        }

        @Override
        public void checkedOut(java.sql.Connection connection, long nanos) {
            heard.add("out");
        }

        @Override
        public void checkedIn(java.sql.Connection connection, long nanos) {
            heard.add("in");
        }

        @Override
        public void beforeExecute(StatementEvent statement) {
            heard.add("before " + statement.sql());
        }

        @Override
        public void afterExecute(StatementEvent statement, long nanos, @Nullable RuntimeException failure) {
            heard.add(failure == null ? "after" : "after " + failure.getClass().getSimpleName());
        }

        @Override
        public void failed(FailureEvent failure) {
            heard.add("failed " + failure.kind() + " " + failure.statement().isPresent());
        }

        @Override
        public void transaction(TransactionEvent event) {
            heard.add(event.step() + (event.savepoint() == null ? "" : " savepoint"));
        }
    }

    @Test
    void listenersHearEverythingInOrder() {
        Diary diary = new Diary();
        Engine heard = open(options -> options.listener(diary).poolSize(1));
        heard.transaction(c -> {
            c.run(text("DELETE FROM t"));
            c.beginNested(savepoint -> {});
        });
        try (Connection c = heard.connect()) {
            assertThatThrownBy(() -> c.run(text("DELETE FROM nothing"))).isNotNull();
        }
        if (database == Database.H2) {
            // The one that keeps the database in memory.
            assertThat(diary.heard.remove(1)).isEqualTo("connected");
        }
        assertThat(diary.heard)
                .containsExactly(
                        "first",
                        "connected",
                        "out",
                        "BEGIN",
                        "before DELETE FROM t",
                        "after",
                        "BEGIN savepoint",
                        "COMMIT savepoint",
                        "COMMIT",
                        "in",
                        "out",
                        "BEGIN",
                        "before DELETE FROM nothing",
                        "failed PROGRAMMING true",
                        "after ProgrammingException",
                        "ROLLBACK",
                        "in");
    }

    private Engine judging(Consumer<FailureEvent> judge) {
        return open(options -> options.poolSize(1).listener(new EngineListener() {
            @Override
            public void failed(FailureEvent failure) {
                judge.accept(failure);
            }
        }));
    }

    @Test
    void listenerReplacesAnException() {
        Engine engine = judging(failure -> failure.replace(new IllegalStateException("taken", failure.exception())));
        assertThatThrownBy(() -> engine.transaction(c -> {
                    add(c, 1, "ed");
                    add(c, 1, "ed");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(UniqueViolationException.class);
    }

    @Test
    void listenerJudgesAnErrorAnew() {
        Engine engine = judging(failure -> failure.reclassify(ErrorKind.DEADLOCK));
        assertThatThrownBy(() -> engine.transaction(c -> c.run(text("DELETE FROM nothing"))))
                .isInstanceOfSatisfying(DeadlockException.class, deadlock -> {
                    assertThat(deadlock.isRetryable()).isTrue();
                    assertThat(deadlock.statement()).contains("DELETE FROM nothing");
                });
    }

    @Test
    void listenerSaysThatAConnectionIsLost() {
        AtomicInteger connected = new AtomicInteger();
        Engine engine = judging(failure -> failure.reclassify(ErrorKind.DISCONNECTED));
        engine.listen(new EngineListener() {
            @Override
            public void connected(java.sql.Connection connection) {
                connected.incrementAndGet();
            }
        });
        engine.connect().close();
        int before = connected.get();
        assertThatThrownBy(() -> engine.transaction(c -> c.run(text("DELETE FROM nothing"))))
                .isInstanceOf(DisconnectedException.class);
        engine.transaction(c -> add(c, 1, "ed"));
        assertThat(connected).hasValue(before + 1);
    }

    @Test
    void listenerSaysThatAConnectionIsNotLost() {
        Engine engine = judging(failure -> {
            if (failure.kind() == ErrorKind.PROGRAMMING) {
                failure.disconnect(false);
            }
        });
        assertThatThrownBy(() -> engine.transaction(c -> c.run(text("DELETE FROM nothing"))))
                .isNotNull();
        assertThat(engine.poolState().total()).isEqualTo(1);
    }

    @Test
    void exceptionInAnyHookUndoesTheWorkAndReturnsTheConnection() {
        AtomicInteger place = new AtomicInteger();
        Engine engine = open(options -> options.poolSize(1).listener(new EngineListener() {
            private void failAt(int here) {
                if (place.get() == here) {
                    throw new IllegalStateException("hook " + here);
                }
            }

            @Override
            public void checkedOut(java.sql.Connection connection, long nanos) {
                failAt(0);
            }

            @Override
            public void beforeExecute(StatementEvent statement) {
                failAt(1);
            }

            @Override
            public void afterExecute(StatementEvent statement, long nanos, @Nullable RuntimeException failure) {
                failAt(2);
            }

            @Override
            public void transaction(TransactionEvent event) {
                failAt(event.step() == TransactionEvent.Step.BEGIN ? 3 : -1);
                failAt(event.step() == TransactionEvent.Step.COMMIT ? 4 : -1);
            }
        }));
        for (int hook = 0; hook <= 4; hook++) {
            place.set(hook);
            assertThatThrownBy(() -> engine.transaction(c -> add(c, 1, "ed")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("hook " + hook);
            assertThat(engine.poolState().active()).isZero();
            assertThat(count()).isZero();
        }
        place.set(-2);
        engine.transaction(c -> add(c, 1, "ed"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void listenerThatFindsAConnectionDeadIsGivenAnother() {
        AtomicInteger borrowed = new AtomicInteger();
        Engine engine = open(options -> options.poolSize(1).listener(new EngineListener() {
            @Override
            public void checkedOut(java.sql.Connection connection, long nanos) throws SQLException {
                if (borrowed.incrementAndGet() == 1) {
                    throw new SQLException("too old", "08006", database == Database.H2 ? 90067 : 0);
                }
            }
        }));
        if (database != Database.SQLITE) {
            engine.transaction(c -> add(c, 1, "ed"));
            assertThat(borrowed).hasValue(2);
        }
    }

    @Test
    void commentSaysWhereAStatementComesFromAndCannotEndEarly() {
        List<String> sent = new ArrayList<>();
        String hostile = "*/ DELETE FROM t; -- ' ? :x \n /* \\ é";
        Engine engine = open(options -> options.sqlComments(() -> Map.of("traceparent", "00-ab-01", hostile, hostile))
                .listener(new EngineListener() {
                    @Override
                    public void beforeExecute(StatementEvent statement) {
                        sent.add(statement.sql());
                    }
                }));
        engine.transaction(c -> {
            add(c, 1, "ed");
            assertThat(value(c, "SELECT count(*) FROM t")).hasToString("1");
        });
        assertThat(count()).isEqualTo(1);
        assertThat(sent).hasSize(2).allSatisfy(sql -> {
            assertThat(sql).endsWith(",traceparent='00-ab-01'*/");
            String comment = sql.substring(sql.indexOf("/*") + 2, sql.length() - 2);
            assertThat(comment).matches("[A-Za-z0-9%_.~,='-]+");
        });
        Engine silent = open(options -> options.sqlComments(Map::of));
        silent.transaction(c -> assertThat(value(c, "SELECT count(*) FROM t")).hasToString("1"));
    }

    @Test
    void logShowsTheTokenOfAnEngine() {
        try (CapturedLog log = new CapturedLog()) {
            Engine marked = open(options -> options.echo(true).executionOptions(set -> set.loggingToken("reports")));
            marked.transaction(c -> value(c, "SELECT count(*) FROM t"));
            assertThat(log.text()).contains("[reports] SELECT count(*) FROM t").contains("COMMIT");
        }
    }

    @Test
    void hiddenValuesAreNowhere() {
        String canary = "canary-4711";
        try (CapturedLog log = new CapturedLog()) {
            Engine discreet = open(options -> options.echo(true).hideParameters(true));
            Throwable failure = org.assertj.core.api.Assertions.catchThrowable(() -> discreet.transaction(c -> {
                add(c, 1, canary);
                add(c, 2, canary);
            }));
            assertThat(failure).isInstanceOf(UniqueViolationException.class);
            assertThat(everythingOf(failure)).doesNotContain(canary);
            assertThat(((UniqueViolationException) failure).constraint().orElse(""))
                    .doesNotContain(canary);
            assertThat(discreet.toString() + discreet.poolState() + discreet.statementCache())
                    .doesNotContain(canary);
            assertThat(log.text()).contains("INSERT INTO t").doesNotContain(canary);
            Thread.getAllStackTraces()
                    .keySet()
                    .forEach(thread -> assertThat(thread.getName()).doesNotContain(canary));
        }
    }

    @Test
    void valuesOfRowsAreHiddenAndParametersAreNot() {
        String canary = "canary-4711";
        run("INSERT INTO t (id, name) VALUES (1, '" + canary + "')");
        Engine discreet = open(options -> options.hideRowValues(true));
        Throwable failure = org.assertj.core.api.Assertions.catchThrowable(
                () -> discreet.transaction(c -> c.run(text("INSERT INTO t (id, name) SELECT 2, name FROM t"))));
        assertThat(failure)
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("INSERT INTO t (id, name) SELECT 2, name FROM t");
        assertThat(everythingOf(failure)).doesNotContain(canary);
        Throwable own =
                org.assertj.core.api.Assertions.catchThrowable(() -> discreet.transaction(c -> add(c, 1, "shown")));
        assertThat(own).hasMessageContaining("shown");
    }

    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
