package io.athanor.dialect.sqlite;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Transaction;
import io.athanor.engine.error.ForeignKeyViolationException;
import io.athanor.engine.error.IntegrityException;
import io.athanor.engine.error.LockTimeoutException;
import io.athanor.engine.error.TransactionAbortedException;
import io.athanor.engine.error.UniqueViolationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTransactionTests {
    private final Shop shop = new Shop();
    private final Engine engine = Engine.create("sqlite:///:memory:");

    @BeforeEach
    void createTables() {
        shop.metadata.createAll(engine);
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    private void add(Connection connection, String name) {
        connection.execute(insert(shop.users).set(shop.name, name));
    }

    private List<String> names() {
        return engine.inTransaction(
                c -> c.execute(select(shop.name).orderBy(shop.userId)).all());
    }

    @Test
    void firstStatementBeginsAndCommitEnds() {
        try (Connection c = engine.connect()) {
            assertThat(c.isInTransaction()).isFalse();
            add(c, "ed");
            assertThat(c.isInTransaction()).isTrue();
            c.commit();
            assertThat(c.isInTransaction()).isFalse();
        }
        assertThat(names()).containsExactly("ed");
    }

    @Test
    void closingRollsBackWhatIsNotCommitted() {
        try (Connection c = engine.connect()) {
            add(c, "ed");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void schemaChangesAreUndoneByRollback() {
        try (Connection c = engine.connect()) {
            c.run(text("CREATE TABLE t (a INTEGER)"));
            c.rollback();
            assertThat(c.hasTable("t")).isFalse();
        }
    }

    @Test
    void secondBeginIsRefused() {
        try (Connection c = engine.connect()) {
            Transaction transaction = c.begin();
            assertThatThrownBy(c::begin)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("beginNested()");
            transaction.commit();
            assertThatThrownBy(transaction::commit).isInstanceOf(InvalidRequestException.class);
            transaction.rollback();
            transaction.close();
        }
    }

    @Test
    void endedTransactionDoesNotTouchTheNext() {
        try (Connection c = engine.connect()) {
            Transaction first = c.begin();
            first.commit();
            add(c, "ed");
            first.close();
            assertThat(first.isActive()).isFalse();
            c.commit();
        }
        assertThat(names()).containsExactly("ed");
    }

    @Test
    void savepointUndoesOnlyWhatCameAfterIt() {
        try (Connection c = engine.connect()) {
            add(c, "ed");
            try (Transaction outer = c.beginNested()) {
                add(c, "wendy");
                try (Transaction inner = c.beginNested()) {
                    add(c, "mary");
                    assertThat(inner.isActive()).isTrue();
                }
                outer.commit();
            }
            c.commit();
        }
        assertThat(names()).containsExactly("ed", "wendy");
    }

    @Test
    void rollingBackAnOuterSavepointEndsTheInner() {
        try (Connection c = engine.connect()) {
            Transaction outer = c.beginNested();
            Transaction inner = c.beginNested();
            outer.rollback();
            assertThat(inner.isActive()).isFalse();
            assertThatThrownBy(inner::commit).isInstanceOf(InvalidRequestException.class);
            add(c, "ed");
            c.commit();
        }
        assertThat(names()).containsExactly("ed");
    }

    @Test
    void savepointsNestFiftyDeep() {
        try (Connection c = engine.connect()) {
            for (int i = 0; i < 50; i++) {
                c.beginNested();
                add(c, "n" + i);
            }
            c.commit();
        }
        assertThat(names()).hasSize(50);
    }

    @Test
    void failedStatementLeavesTheTransactionUsable() {
        try (Connection c = engine.connect()) {
            add(c, "ed");
            assertThatThrownBy(() -> add(c, "ed")).isInstanceOf(UniqueViolationException.class);
            add(c, "wendy");
            c.commit();
        }
        assertThat(names()).containsExactly("ed", "wendy");
    }

    @Test
    void transactionEndedBySqliteRefusesEverythingUntilRollback() {
        engine.transaction(
                c -> c.run(
                        text(
                                "CREATE TRIGGER stop BEFORE INSERT ON users WHEN new.name = 'bad' BEGIN SELECT RAISE(ROLLBACK, 'no'); END")));
        try (Connection c = engine.connect()) {
            add(c, "ed");
            assertThatThrownBy(() -> add(c, "bad")).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> add(c, "stray"))
                    .isInstanceOf(TransactionAbortedException.class)
                    .hasMessageContaining("rollback()");
            assertThatThrownBy(c::commit).isInstanceOf(TransactionAbortedException.class);
            add(c, "wendy");
            c.commit();
        }
        assertThat(names()).containsExactly("wendy");
    }

    @Test
    void savepointOfAnEndedTransactionRollsBackQuietly() {
        engine.transaction(
                c -> c.run(
                        text(
                                "CREATE TRIGGER stop BEFORE INSERT ON users WHEN new.name = 'bad' BEGIN SELECT RAISE(ROLLBACK, 'no'); END")));
        try (Connection c = engine.connect()) {
            Transaction savepoint = c.beginNested();
            assertThatThrownBy(() -> add(c, "bad")).isInstanceOf(IntegrityException.class);
            savepoint.close();
            assertThatThrownBy(() -> add(c, "stray")).isInstanceOf(TransactionAbortedException.class);
            c.rollback();
            add(c, "ed");
            c.commit();
        }
        assertThat(names()).containsExactly("ed");
    }

    @Test
    void foreignKeysAreChecked() {
        assertThatThrownBy(() -> engine.transaction(c ->
                        c.execute(insert(shop.addresses).set(shop.email, "a@b").set(shop.owner, 99))))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void deferredForeignKeyFailsAtCommitAndCanBeMended() {
        engine.transaction(c ->
                c.run(text("CREATE TABLE child (pid INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED)")));
        try (Connection c = engine.connect()) {
            c.run(text("INSERT INTO child VALUES (1)"));
            assertThatThrownBy(c::commit).isInstanceOf(ForeignKeyViolationException.class);
            assertThat(c.isInTransaction()).isTrue();
            add(c, "ed");
            c.commit();
        }
        assertThat(names()).containsExactly("ed");
    }

    @Test
    void busyFileIsALockTimeoutThatMayBeRetried(@TempDir Path folder) {
        String url = "sqlite:///" + folder.resolve("a.db") + "?busy_timeout=50";
        try (Engine file = Engine.create(url);
                Connection first = file.connect();
                Connection second = file.connect()) {
            shop.metadata.createAll(first);
            first.commit();
            add(first, "ed");
            assertThatThrownBy(() -> add(second, "wendy")).isInstanceOfSatisfying(LockTimeoutException.class, busy -> {
                assertThat(busy.isRetryable()).isTrue();
                assertThat(busy.vendorCode()).isEqualTo(5);
            });
            first.commit();
            add(second, "wendy");
            second.commit();
        }
    }

    @Test
    void idleConnectionHoldsNoLock(@TempDir Path folder) {
        String url = "sqlite:///" + folder.resolve("a.db") + "?busy_timeout=50";
        try (Engine file = Engine.create(url);
                Connection idle = file.connect();
                Connection writer = file.connect()) {
            shop.metadata.createAll(writer);
            writer.commit();
            idle.execute(select(shop.name)).all();
            idle.commit();
            add(writer, "ed");
            writer.commit();
            assertThat(idle.execute(select(shop.name)).all()).containsExactly("ed");
        }
    }

    @Test
    void closedConnectionRefusesStatements() {
        Connection c = engine.connect();
        c.close();
        c.close();
        assertThat(c.isClosed()).isTrue();
        assertThatThrownBy(() -> add(c, "ed"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("engine.connect()");
    }
}
