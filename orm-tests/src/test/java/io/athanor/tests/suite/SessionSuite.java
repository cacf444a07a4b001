package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.error.NoResultFoundException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.OrderLine;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The states of an instance and how a session moves it from one to another. */
public abstract class SessionSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected SessionSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(User.class, OrderLine.class);
    }

    private static Lifecycle stateOf(Object instance) {
        return inspect(instance).lifecycle();
    }

    @Test
    void newInstanceIsTransientThenPendingThenPersistentThenDetached() {
        User ed = User.named("ed");
        assertThat(stateOf(ed)).isEqualTo(Lifecycle.TRANSIENT);
        assertThat(ed.getId()).isNull();
        try (Session session = sessions.open()) {
            session.add(ed);
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.PENDING);
            session.flush();
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.PERSISTENT);
            assertThat(inspect(ed).identity()).isEqualTo(1);
            session.commit();
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.PERSISTENT);
        }
        assertThat(stateOf(ed)).isEqualTo(Lifecycle.DETACHED);
    }

    @Test
    void deletedInstanceIsPersistentUntilTheFlushAndDetachedAfterTheCommit() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            session.delete(ed);
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.PERSISTENT);
            assertThat(session.deleted()).containsExactly(ed);
            session.flush();
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.DELETED);
            assertThat(session.contains(ed)).isFalse();
            assertThat(session.deleted()).isEmpty();
            session.commit();
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.DETACHED);
        }
    }

    @Test
    void addingSendsNothing() {
        try (Session session = sessions.open()) {
            session.add(User.named("ed"));
            session.addAll(List.of(User.named("wendy"), User.named("mary")));
            assertThat(recording.all()).isEmpty();
            assertThat(session.newObjects()).hasSize(3);
        }
    }

    @Test
    void newObjectsKeepTheOrderInWhichTheyWereAdded() {
        User wendy = User.named("wendy");
        User mary = User.named("mary");
        User fred = User.named("fred");
        try (Session session = sessions.open()) {
            session.addAll(List.of(wendy, mary));
            session.add(fred);
            session.add(mary);
            assertThat(session.newObjects()).containsExactly(wendy, mary, fred);
        }
    }

    @Test
    void pendingAndPersistentInstancesAreContainedOthersAreNot() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            User wendy = User.named("wendy");
            assertThat(session.contains(ed)).isTrue();
            assertThat(session.contains(wendy)).isFalse();
            session.add(wendy);
            assertThat(session.contains(wendy)).isTrue();
            session.expunge(wendy);
            assertThat(session.contains(wendy)).isFalse();
        }
    }

    @Test
    void instanceThatTheSessionHoldsIsGotWithoutSqlAndWithoutFlush() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            session.add(User.named("wendy"));
            recording.clear();
            assertThat(session.get(User.class, 1)).containsSame(ed);
            assertThat(session.getOne(User.class, 1L)).isSameAs(ed);
            assertThat(recording.all()).isEmpty();
        }
    }

    @Test
    void missFlushesFirst() {
        try (Session session = sessions.open()) {
            User wendy = User.named("wendy");
            session.add(wendy);
            assertThat(session.get(User.class, 2)).isEmpty();
            assertThat(recording.sql()).hasSize(2);
            assertThat(recording.sql().get(0)).startsWith("INSERT INTO users");
            assertThat(recording.sql().get(1))
                    .startsWith("SELECT users.id AS users_id")
                    .endsWith("WHERE users.id = ?");
        }
    }

    @Test
    void expiredInstanceIsLoadedWhenItIsGot() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            session.expire(ed);
            recording.clear();
            assertThat(session.get(User.class, 1)).containsSame(ed);
            assertThat(recording.sql()).hasSize(1);
            assertThat(ed.getName()).isEqualTo("ed");
            assertThat(recording.sql()).hasSize(1);
        }
    }

    @Test
    void getTellsThatTheRowOfAnExpiredInstanceIsGone() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            session.expire(ed);
            run(session, "DELETE FROM users");
            assertThat(session.get(User.class, 1)).isEmpty();
        }
    }

    @Test
    void getOneWithoutARowSaysSo() {
        try (Session session = sessions.open()) {
            assertThat(session.get(User.class, 99)).isEmpty();
            assertThatThrownBy(() -> session.getOne(User.class, 99))
                    .isInstanceOf(NoResultFoundException.class)
                    .hasMessageContaining("[User]")
                    .hasMessageContaining("use get(…)");
        }
    }

    @Test
    void compositeKeyIsGivenAsAListInItsOrder() {
        store(sessions, new OrderLine(1, 2, "tea"), new OrderLine(2, 1, "milk"));
        try (Session session = sessions.open()) {
            OrderLine milk = session.getOne(OrderLine.class, List.of(2, 1));
            assertThat(milk.getText()).isEqualTo("milk");
            assertThat(inspect(milk).identity()).isEqualTo(List.of(2, 1));
            assertThat(session.get(OrderLine.class, List.of(2, 2))).isEmpty();
            assertThatThrownBy(() -> session.get(OrderLine.class, 2))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("[orderId, number]");
        }
    }

    @Test
    void keyOfAnotherClassIsRefused() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.get(User.class, "one"))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("[User.id]")
                    .hasMessageContaining("[java.lang.String]")
                    .hasMessageContaining("[java.lang.Integer]");
        }
    }

    @Test
    void changedInstanceIsDirtyUntilTheFlush() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            assertThat(session.dirty()).isEmpty();
            ed.setPassword("new");
            assertThat(session.dirty()).containsExactly(ed);
            assertThat(inspect(ed).modified()).isTrue();
            session.flush();
            assertThat(session.dirty()).isEmpty();
        }
    }

    @Test
    void pendingInstanceIsNewAndNotDirty() {
        try (Session session = sessions.open()) {
            User ed = User.named("ed");
            session.add(ed);
            ed.setName("edward");
            assertThat(session.dirty()).isEmpty();
            assertThat(session.newObjects()).containsExactly(ed);
        }
    }

    @Test
    void historyTellsOldAndNewValue() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            assertThat(inspect(ed).history(User_.name).unchanged()).containsExactly("ed");
            ed.setName("edward");
            assertThat(inspect(ed).history(User_.name).added()).containsExactly("edward");
            assertThat(inspect(ed).history(User_.name).removed()).containsExactly("ed");
            assertThat(inspect(ed).history(User_.name).unchanged()).isEmpty();
            ed.setName("ed");
            assertThat(inspect(ed).history(User_.name).unchanged()).containsExactly("ed");
        }
    }

    @Test
    void expungedPendingInstanceIsTransientAndIsNotInserted() {
        try (Session session = sessions.open()) {
            User ed = User.named("ed");
            session.add(ed);
            session.expunge(ed);
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.TRANSIENT);
            session.commit();
            assertThat(recording.statements()).isEmpty();
        }
    }

    @Test
    void expungedPersistentInstanceIsDetachedAndItsChangesAreNotWritten() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            ed.setName("edward");
            session.expunge(ed);
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.DETACHED);
            assertThat(ed.getName()).isEqualTo("edward");
            session.commit();
        }
        assertThat(value("SELECT name FROM users")).isEqualTo("ed");
    }

    @Test
    void detachedInstanceIsAttachedAgainWithItsChanges() {
        User ed = User.named("ed");
        SessionFactory keeping =
                SessionFactory.of(engine, Registry.of(User.class), options -> options.expireOnCommit(false));
        store(keeping, ed);
        ed.setName("edward");
        try (Session session = keeping.open()) {
            session.add(ed);
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.PERSISTENT);
            assertThat(session.dirty()).containsExactly(ed);
            assertThat(session.get(User.class, 1)).containsSame(ed);
            session.commit();
        }
        assertThat(recording.sql()).containsExactly("UPDATE users SET name=? WHERE users.id = ?");
        assertThat(value("SELECT name FROM users")).isEqualTo("edward");
    }

    @Test
    void expungeAllEmptiesTheSession() {
        store(sessions, User.named("ed"), User.named("wendy"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            User wendy = session.getOne(User.class, 2);
            User fred = User.named("fred");
            ed.setName("x");
            session.delete(wendy);
            session.add(fred);
            session.expungeAll();
            assertThat(session.newObjects()).isEmpty();
            assertThat(session.dirty()).isEmpty();
            assertThat(session.deleted()).isEmpty();
            assertThat(List.of(stateOf(ed), stateOf(wendy), stateOf(fred)))
                    .containsExactly(Lifecycle.DETACHED, Lifecycle.DETACHED, Lifecycle.TRANSIENT);
        }
    }

    @Test
    void closingRollsBackAndDetaches() {
        User ed = User.named("ed");
        Session session = sessions.open();
        session.add(ed);
        session.flush();
        session.close();
        session.close();
        assertThat(recording.all()).last().hasToString("ROLLBACK");
        assertThat(stateOf(ed)).isEqualTo(Lifecycle.DETACHED);
        assertThat(rows("SELECT * FROM users")).isEmpty();
    }

    @Test
    void addingADeletedButUnflushedInstanceKeepsIt() {
        store(sessions, User.named("ed"));
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            session.delete(ed);
            session.add(ed);
            assertThat(session.deleted()).isEmpty();
            session.commit();
        }
        assertThat(recording.sql("DELETE")).isEmpty();
    }

    @Test
    void deletingAnInstanceWithoutARowIsRefused() {
        try (Session session = sessions.open()) {
            User ed = User.named("ed");
            session.add(ed);
            assertThatThrownBy(() -> session.delete(ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("[User]")
                    .hasMessageContaining("[pending]")
                    .hasMessageContaining("expunge it");
        }
    }

    @Test
    void transactionOfAFactoryCommitsWhatIsDoneInIt() {
        sessions.transaction(session -> session.add(User.named("ed")));
        long count = sessions.inTransaction(session -> session.query(User.class).count());
        assertThat(count).isEqualTo(1);
    }

    @Test
    void transactionOfAFactoryRollsBackWhatThrows() {
        assertThatThrownBy(() -> sessions.transaction(session -> {
                    session.add(User.named("ed"));
                    session.flush();
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);
        assertThat(rows("SELECT * FROM users")).isEmpty();
    }

    @Test
    void factoryMayBeBoundLater() {
        SessionFactory unbound = SessionFactory.of(Registry.of(User.class));
        assertThat(unbound).hasToString("SessionFactory(autoflush=true, expireOnCommit=true, engine=none)");
        unbound.configure(engine).transaction(session -> session.add(User.named("ed")));
        assertThat(rows("SELECT * FROM users")).hasSize(1);
    }

    @Test
    void noAutoflushHoldsBackWhatIsPending() {
        try (Session session = sessions.open()) {
            session.add(User.named("ed"));
            session.noAutoflush(
                    quiet -> assertThat(quiet.query(User.class).all()).isEmpty());
            assertThat(session.query(User.class).all()).hasSize(1);
        }
    }

    @Test
    void autoflushMayBeTurnedOff() {
        SessionFactory manual = SessionFactory.of(engine, Registry.of(User.class), options -> options.autoflush(false));
        try (Session session = manual.open()) {
            session.add(User.named("ed"));
            assertThat(session.query(User.class).all()).isEmpty();
            session.flush();
            assertThat(session.query(User.class).all()).hasSize(1);
        }
    }
}
