package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.User;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollback takes back what was done to instances, flushed or not. */
public abstract class RollbackSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected RollbackSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(User.class);
        store(sessions, User.named("ed"), User.named("wendy"));
    }

    private static List<Lifecycle> statesOf(User... users) {
        return Stream.of(users).map(user -> inspect(user).lifecycle()).toList();
    }

    @Test
    void flushedWorkIsTakenBack() {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            User wendy = session.getOne(User.class, 2);
            User fred = User.named("fred");
            ed.setName("edward");
            session.delete(wendy);
            session.add(fred);
            session.flush();
            assertThat(statesOf(ed, wendy, fred))
                    .containsExactly(Lifecycle.PERSISTENT, Lifecycle.DELETED, Lifecycle.PERSISTENT);
            recording.clear();
            session.rollback();
            assertThat(recording.lines()).containsExactly("ROLLBACK");
            assertThat(statesOf(ed, wendy, fred))
                    .containsExactly(Lifecycle.PERSISTENT, Lifecycle.PERSISTENT, Lifecycle.TRANSIENT);
            assertThat(fred.getId()).isEqualTo(3);
            assertThat(ed.getName()).isEqualTo("ed");
            assertThat(wendy.getName()).isEqualTo("wendy");
            assertThat(fred.getName()).isEqualTo("fred");
            assertThat(recording.sql()).hasSize(2);
            assertThat(session.get(User.class, 2)).containsSame(wendy);
        }
    }

    @Test
    void unflushedWorkIsTakenBack() {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            User wendy = session.getOne(User.class, 2);
            User fred = User.named("fred");
            ed.setName("edward");
            session.delete(wendy);
            session.add(fred);
            session.rollback();
            assertThat(session.newObjects()).isEmpty();
            assertThat(session.dirty()).isEmpty();
            assertThat(session.deleted()).isEmpty();
            assertThat(statesOf(ed, wendy, fred))
                    .containsExactly(Lifecycle.PERSISTENT, Lifecycle.PERSISTENT, Lifecycle.TRANSIENT);
            assertThat(ed.getName()).isEqualTo("ed");
            session.commit();
        }
        assertThat(recording.sql()).noneMatch(sql -> !sql.startsWith("SELECT"));
    }

    @Test
    void rolledBackInstanceIsNotContained() {
        try (Session session = sessions.open()) {
            User fred = User.named("fred");
            session.add(fred);
            session.flush();
            assertThat(session.contains(fred)).isTrue();
            session.rollback();
            assertThat(session.contains(fred)).isFalse();
            assertThat(session.query(User.class).count()).isEqualTo(2);
        }
    }

    @Test
    void rolledBackInstanceMayBeAddedAgain() {
        User fred = User.named("fred");
        try (Session session = sessions.open()) {
            session.add(fred);
            session.flush();
            session.rollback();
            fred.setName("frederic");
            session.add(fred);
            session.commit();
            assertThat(fred.getName()).isEqualTo("frederic");
        }
        assertThat(value("SELECT name FROM users WHERE id = 3")).isEqualTo("frederic");
    }

    @Test
    void instanceInsertedAndDeletedInTheTransactionIsTransientAgain() {
        try (Session session = sessions.open()) {
            User fred = User.named("fred");
            session.add(fred);
            session.flush();
            session.delete(fred);
            session.flush();
            session.rollback();
            assertThat(statesOf(fred)).containsExactly(Lifecycle.TRANSIENT);
            assertThat(session.get(User.class, 3)).isEmpty();
        }
    }

    @Test
    void changeFlushedTwiceIsTakenBackWhole() {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            ed.setName("a");
            session.flush();
            ed.setName("b");
            session.flush();
            session.rollback();
            assertThat(ed.getName()).isEqualTo("ed");
        }
    }

    @Test
    void whatWasCommittedBeforeStays() {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            User fred = User.named("fred");
            session.add(fred);
            ed.setName("edward");
            session.commit();
            ed.setName("x");
            fred.setName("y");
            session.flush();
            session.rollback();
            assertThat(ed.getName()).isEqualTo("edward");
            assertThat(fred.getName()).isEqualTo("fred");
            assertThat(statesOf(ed, fred)).containsOnly(Lifecycle.PERSISTENT);
        }
    }

    @Test
    void expiredAttributesAreLoadedOnlyWhenTheyAreRead() {
        try (Session session = sessions.open()) {
            session.query(User.class).all();
            session.rollback();
            recording.clear();
            assertThat(recording.all()).isEmpty();
            session.rollback();
            session.commit();
            assertThat(recording.all()).isEmpty();
        }
    }

    @Test
    void instancesDeletedByAnEarlierTransactionAreNotRevived() {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            session.delete(ed);
            session.commit();
            session.add(User.named("fred"));
            session.flush();
            session.rollback();
            assertThat(statesOf(ed)).containsExactly(Lifecycle.DETACHED);
            assertThat(session.contains(ed)).isFalse();
        }
    }

    @Test
    void sessionGoesOnAfterARollback() {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            ed.setName("x");
            session.rollback();
            ed.setName("edward");
            session.commit();
        }
        assertThat(value("SELECT name FROM users WHERE id = 1")).isEqualTo("edward");
    }
}
