package io.athanor.tests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session holds what has changed, and lets go of the rest. */
public abstract class WeakIdentitySuite extends DatabaseSuite {
    private static final int ATTEMPTS = 100;

    private SessionFactory sessions;

    protected WeakIdentitySuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(User.class);
        store(sessions, User.named("ed"), User.named("wendy"));
    }

    /** What is done with an instance to which no reference is kept. */
    private interface Use {
        void of(User user);
    }

    private static WeakReference<User> load(Session session, int id, Use use) {
        User user = session.getOne(User.class, id);
        use.of(user);
        return new WeakReference<>(user);
    }

    private static boolean isCollected(WeakReference<User> reference) throws InterruptedException {
        for (int i = 0; i < ATTEMPTS && !reference.refersTo(null); i++) {
            System.gc();
            Thread.sleep(5);
        }
        return reference.refersTo(null);
    }

    private static void collect() throws InterruptedException {
        assertThat(isCollected(new WeakReference<>(User.named("nobody")))).isTrue();
        System.gc();
    }

    @Test
    void cleanInstanceThatNobodyUsesIsCollectedAndLoadedAnew() throws InterruptedException {
        try (Session session = sessions.open()) {
            WeakReference<User> ed =
                    load(session, 1, user -> assertThat(user.getName()).isEqualTo("ed"));
            assertThat(isCollected(ed)).isTrue();
            recording.clear();
            assertThat(session.getOne(User.class, 1).getName()).isEqualTo("ed");
            assertThat(recording.sql("SELECT")).hasSize(1);
        }
    }

    @Test
    void changedInstanceIsKeptUntilItIsWritten() throws InterruptedException {
        try (Session session = sessions.open()) {
            WeakReference<User> ed = load(session, 1, user -> user.setName("edward"));
            collect();
            assertThat(ed.refersTo(null)).isFalse();
            assertThat(session.dirty()).hasSize(1);
            session.flush();
            assertThat(isCollected(ed)).isTrue();
            session.commit();
        }
        assertThat(value("SELECT name FROM users WHERE id = 1")).isEqualTo("edward");
    }

    @Test
    void pendingInstanceIsKept() throws InterruptedException {
        try (Session session = sessions.open()) {
            session.add(User.named("fred"));
            collect();
            assertThat(session.newObjects()).hasSize(1);
            session.commit();
        }
        assertThat(rows("SELECT * FROM users")).hasSize(3);
    }

    @Test
    void deletedInstanceIsKeptUntilTheCommit() throws InterruptedException {
        try (Session session = sessions.open()) {
            WeakReference<User> ed = load(session, 1, session::delete);
            collect();
            assertThat(session.deleted()).hasSize(1);
            session.flush();
            collect();
            session.rollback();
            assertThat(session.query(User.class).count()).isEqualTo(2);
            assertThat(isCollected(ed)).isTrue();
        }
    }

    @Test
    void instancesCollectedWithinATransactionDisturbNeitherCommitNorRollback() throws InterruptedException {
        try (Session session = sessions.open()) {
            session.add(User.named("fred"));
            load(session, 1, user -> user.setName("a"));
            session.flush();
            collect();
            session.rollback();
            session.add(User.named("mary"));
            load(session, 2, user -> user.setName("b"));
            session.flush();
            collect();
            session.commit();
        }
        assertThat(rows("SELECT * FROM users WHERE name IN ('ed', 'b', 'mary')"))
                .hasSize(3);
    }

    @Test
    void instanceInUseStaysTheSame() throws InterruptedException {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            collect();
            assertThat(session.query(User.class).filterBy(User_.name, "ed").one())
                    .isSameAs(ed);
        }
    }
}
