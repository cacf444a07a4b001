package io.athanor.tests.kit.run;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.dialect.IsolationLevel;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ReadOnlyException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The isolation levels that a dialect says its database has: each is set for a connection and for an engine, is gone with the
 * connection, and keeps what it promises. One that the dialect does not name is refused.
 */
public abstract class IsolationSuite extends KitSuite {
    /** How long a change that may have to wait for a lock is waited for. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Table t = table(
            "iso_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("n", INTEGER));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<Integer> n = column(t, "n", INTEGER);

    /** Create the suite. */
    protected IsolationSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, 10));
    }

    Set<IsolationLevel> levels() {
        return engine().dialect().transactions().isolationLevels();
    }

    List<IsolationLevel> committedLevels() {
        return levels().stream()
                .filter(level -> level != IsolationLevel.READ_UNCOMMITTED)
                .toList();
    }

    List<IsolationLevel> statementLevels() {
        return levels().stream()
                .filter(level -> level == IsolationLevel.READ_COMMITTED)
                .toList();
    }

    List<IsolationLevel> repeatableLevels() {
        return committedLevels().stream()
                .filter(level -> level != IsolationLevel.READ_COMMITTED)
                .toList();
    }

    Set<IsolationLevel> otherLevels() {
        Set<IsolationLevel> others = EnumSet.allOf(IsolationLevel.class);
        others.removeAll(levels());
        others.remove(IsolationLevel.AUTOCOMMIT);
        return others;
    }

    private Connection connect(IsolationLevel level) {
        return engine().connect().executionOptions(options -> options.isolationLevel(level));
    }

    private Engine engineOf(IsolationLevel level) {
        return Engine.create(kit().url(), options -> {
            kit().configure(options);
            options.isolationLevel(level);
        });
    }

    private int n(Connection connection) {
        return connection.execute(select(n).where(id.eq(1))).one();
    }

    /** A change by another connection; it may be refused, or have to wait until the reader is done. */
    private CompletableFuture<Void> changeByAnother(int value) throws InterruptedException {
        CompletableFuture<Void> change =
                CompletableFuture.runAsync(() -> run(update(t).set(n, value)));
        try {
            change.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
            assertThat(change).isNotDone();
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(DatabaseException.class);
        }
        return change;
    }

    private static void finish(CompletableFuture<Void> change) throws InterruptedException {
        try {
            change.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(DatabaseException.class);
        } catch (TimeoutException stuck) {
            throw new AssertionError("The change of another connection waits although the reader is done", stuck);
        }
    }

    @Test
    void databaseHasLevels() {
        assertThat(levels()).isNotEmpty().doesNotContain(IsolationLevel.AUTOCOMMIT);
    }

    @Test
    void levelWithoutAskingIsOneOfThem() {
        try (Connection connection = engine().connect()) {
            assertThat(connection.isolationLevel()).isIn(levels());
        }
    }

    @ParameterizedTest
    @MethodSource("levels")
    void levelIsSetForAConnection(IsolationLevel level) {
        try (Connection connection = connect(level)) {
            assertThat(connection.isolationLevel()).isEqualTo(level);
            connection.execute(update(t).set(n, 11));
            connection.commit();
            assertThat(connection.isolationLevel()).as("after a commit").isEqualTo(level);
            assertThat(n(connection)).isEqualTo(11);
            connection.rollback();
            assertThat(connection.isolationLevel()).as("after a rollback").isEqualTo(level);
        }
    }

    @ParameterizedTest
    @MethodSource("levels")
    void levelIsGoneWithItsConnection(IsolationLevel level) {
        IsolationLevel usual;
        try (Connection connection = engine().connect()) {
            usual = connection.isolationLevel();
        }
        try (Connection connection = connect(level)) {
            assertThat(n(connection)).isEqualTo(10);
        }
        try (Connection connection = engine().connect()) {
            assertThat(connection.isolationLevel()).isEqualTo(usual);
        }
    }

    @ParameterizedTest
    @MethodSource("levels")
    void levelIsChangedOnOneConnection(IsolationLevel level) {
        try (Connection connection = engine().connect()) {
            for (IsolationLevel first : levels()) {
                connection.executionOptions(options -> options.isolationLevel(first));
                connection.executionOptions(options -> options.isolationLevel(level));
                assertThat(connection.isolationLevel()).as("after %s", first).isEqualTo(level);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("levels")
    void levelIsSetForAnEngine(IsolationLevel level) {
        try (Engine engine = engineOf(level)) {
            for (int i = 0; i < 2; i++) {
                try (Connection connection = engine.connect()) {
                    assertThat(connection.isolationLevel()).isEqualTo(level);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("levels")
    void levelOfTheEngineIsBackAfterThatOfAConnection(IsolationLevel level) {
        try (Engine engine = engineOf(level)) {
            for (IsolationLevel other : levels()) {
                try (Connection connection =
                        engine.connect().executionOptions(options -> options.isolationLevel(other))) {
                    assertThat(connection.isolationLevel()).isEqualTo(other);
                }
                try (Connection connection = engine.connect()) {
                    assertThat(connection.isolationLevel())
                            .as("after %s", other)
                            .isEqualTo(level);
                }
            }
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("otherLevels")
    void otherLevelIsRefusedForAConnection(IsolationLevel level) {
        try (Connection connection = engine().connect()) {
            assertThatThrownBy(() -> connection.executionOptions(options -> options.isolationLevel(level)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining(level.toString());
            assertThat(connection.isolationLevel()).isIn(levels());
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("otherLevels")
    void otherLevelIsRefusedForAnEngine(IsolationLevel level) {
        assertThatThrownBy(() -> {
                    try (Engine engine = engineOf(level)) {
                        engine.connect().close();
                    }
                })
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(level.toString());
    }

    @Test
    void levelStaysWithinATransaction() {
        IsolationLevel last = List.copyOf(levels()).get(levels().size() - 1);
        try (Connection connection = engine().connect()) {
            IsolationLevel usual = connection.isolationLevel();
            connection.execute(update(t).set(n, 11));
            IsolationLevel other = last == usual ? IsolationLevel.AUTOCOMMIT : last;
            assertThatThrownBy(() -> connection.executionOptions(options -> options.isolationLevel(other)))
                    .isInstanceOf(InvalidRequestException.class);
            connection.rollback();
            assertThat(connection.isolationLevel()).isEqualTo(usual);
        }
    }

    @ParameterizedTest
    @MethodSource("committedLevels")
    void changeOfAnotherIsNotSeenBeforeItsCommit(IsolationLevel level) throws InterruptedException {
        try (Connection writer = engine().connect()) {
            writer.execute(update(t).set(n, 99));
            CompletableFuture<Integer> seen = CompletableFuture.supplyAsync(() -> {
                try (Connection reader = connect(level)) {
                    return n(reader);
                }
            });
            try {
                assertThat(seen.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(10);
            } catch (TimeoutException waiting) {
                assertThat(seen).isNotDone();
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(DatabaseException.class);
            }
            writer.rollback();
            seen.handle((value, refused) -> assertThat(value).isIn(10, null))
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
        }
    }

    @ParameterizedTest
    @MethodSource("repeatableLevels")
    void whatWasReadIsReadAgain(IsolationLevel level) throws InterruptedException {
        CompletableFuture<Void> change;
        try (Connection reader = connect(level)) {
            assertThat(n(reader)).isEqualTo(10);
            change = changeByAnother(20);
            assertThat(n(reader)).isEqualTo(10);
            reader.commit();
        }
        finish(change);
        assertThat(one(select(n))).isEqualTo(change.isCompletedExceptionally() ? 10 : 20);
    }

    @ParameterizedTest
    @MethodSource("levels")
    void changeOfAnotherIsSeenByTheNextTransaction(IsolationLevel level) {
        try (Connection reader = connect(level)) {
            assertThat(n(reader)).isEqualTo(10);
            reader.commit();
            run(update(t).set(n, 20));
            assertThat(n(reader)).isEqualTo(20);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("statementLevels")
    void changeOfAnotherIsSeenByTheNextStatement(IsolationLevel level) {
        try (Connection reader = connect(level)) {
            assertThat(n(reader)).isEqualTo(10);
            run(update(t).set(n, 20));
            assertThat(n(reader)).isEqualTo(20);
        }
    }

    @Test
    void autocommitKeepsEachStatement() {
        try (Connection connection = connect(IsolationLevel.AUTOCOMMIT)) {
            assertThat(connection.isolationLevel()).isEqualTo(IsolationLevel.AUTOCOMMIT);
            connection.execute(update(t).set(n, 11));
            connection.rollback();
            assertThat(n(connection)).isEqualTo(11);
            connection.execute(insert(t).set(id, 2));
        }
        assertThat(all(select(id).orderBy(id))).containsExactly(1, 2);
    }

    @Test
    void autocommitIsGoneWithItsConnection() {
        try (Connection connection = connect(IsolationLevel.AUTOCOMMIT)) {
            connection.execute(update(t).set(n, 11));
        }
        try (Connection connection = engine().connect()) {
            assertThat(connection.isolationLevel()).isIn(levels());
            connection.execute(update(t).set(n, 12));
            connection.rollback();
        }
        assertThat(one(select(n))).isEqualTo(11);
    }

    @ParameterizedTest
    @MethodSource("levels")
    void autocommitIsTurnedOff(IsolationLevel level) {
        try (Connection connection = connect(IsolationLevel.AUTOCOMMIT)) {
            connection.execute(update(t).set(n, 11));
            connection.rollback();
            connection.executionOptions(options -> options.isolationLevel(level));
            assertThat(connection.isolationLevel()).isEqualTo(level);
            connection.execute(update(t).set(n, 12));
            connection.rollback();
            assertThat(n(connection)).isEqualTo(11);
        }
    }

    @Test
    void autocommitOfAnEngine() {
        try (Engine engine = engineOf(IsolationLevel.AUTOCOMMIT)) {
            MetaData metadata = new MetaData();
            Table own = Table.of(metadata, "iso_auto", s -> s.column("a", INTEGER));
            metadata.dropAll(engine);
            metadata.createAll(engine);
            try (Connection connection = engine.connect()) {
                assertThat(connection.isolationLevel()).isEqualTo(IsolationLevel.AUTOCOMMIT);
                connection.execute(insert(own).set(column(own, "a", INTEGER), 1));
                connection.rollback();
                assertThat(connection.execute(select(own)).all()).hasSize(1);
            }
            metadata.dropAll(engine);
        }
    }

    @Test
    void readOnlyConnectionRefusesChanges() {
        try (Connection connection = engine().connect().executionOptions(options -> options.readOnly(true))) {
            assertThat(n(connection)).isEqualTo(10);
            assertThatThrownBy(() -> connection.execute(update(t).set(n, 11))).isInstanceOf(ReadOnlyException.class);
        }
        assertThat(run(update(t).set(n, 12))).isEqualTo(1);
    }
}
