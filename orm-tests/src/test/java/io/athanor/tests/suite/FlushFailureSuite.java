package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.error.IntegrityException;
import io.athanor.engine.error.NotNullViolationException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.PendingRollbackException;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.orm.state.StaleDataException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Login;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a session whose flush has failed. */
public abstract class FlushFailureSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected FlushFailureSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Login.class);
    }

    @Test
    void failedFlushRollsBackAndTheSessionRefusesWorkUntilRollback() {
        store(sessions, new Login("ed"));
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1);
            session.add(new Login(null));
            assertThatThrownBy(session::flush).isInstanceOf(NotNullViolationException.class);
            assertThat(recording.all()).last().hasToString("ROLLBACK");
            assertThat(session.isInTransaction()).isTrue();
            assertThat(recording.lent()).isZero();
            for (Runnable use : uses(session, ed)) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(PendingRollbackException.class)
                        .hasMessageContaining("rollback()")
                        .hasCauseInstanceOf(NotNullViolationException.class);
            }
            session.rollback();
            assertThat(session.query(Login.class).all()).containsExactly(ed);
        }
    }

    private static List<Runnable> uses(Session session, Login ed) {
        return List.of(
                session::flush,
                session::commit,
                () -> session.query(Login.class).all(),
                () -> session.get(Login.class, 1),
                () -> session.add(new Login("x")),
                () -> session.delete(ed),
                () -> session.refresh(ed),
                ed::getName);
    }

    @Test
    void failureWithinAnAutoflushIsThrownByTheQuery() {
        try (Session session = sessions.open()) {
            session.add(new Login(null));
            assertThatThrownBy(() -> session.query(Login.class).all()).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> session.query(Login.class).all()).isInstanceOf(PendingRollbackException.class);
            session.rollback();
            assertThat(session.query(Login.class).all()).isEmpty();
        }
    }

    @Test
    void statesAfterAFailedFlushAreThoseAfterARollback() {
        store(sessions, new Login("ed"), new Login("wendy"));
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1);
            Login wendy = session.getOne(Login.class, 2);
            Login good = new Login("fred");
            Login bad = new Login("ed");
            ed.setVisits(3);
            session.delete(wendy);
            session.addAll(List.of(good, bad));
            assertThatThrownBy(session::commit).isInstanceOf(UniqueViolationException.class);
            session.rollback();
            assertThat(List.of(stateOf(ed), stateOf(wendy), stateOf(good), stateOf(bad)))
                    .containsExactly(
                            Lifecycle.PERSISTENT, Lifecycle.PERSISTENT, Lifecycle.TRANSIENT, Lifecycle.TRANSIENT);
            assertThat(session.newObjects()).isEmpty();
            assertThat(session.dirty()).isEmpty();
            assertThat(session.deleted()).isEmpty();
            assertThat(ed.getVisits()).isZero();
            assertThat(session.contains(good)).isFalse();
        }
    }

    private static Lifecycle stateOf(Object instance) {
        return inspect(instance).lifecycle();
    }

    @Test
    void whatFailedMayBeMendedAndAddedAgain() {
        Login good = new Login("ed");
        Login bad = new Login(null);
        try (Session session = sessions.open()) {
            session.addAll(List.of(good, bad));
            assertThatThrownBy(session::commit).isInstanceOf(NotNullViolationException.class);
            session.rollback();
            bad.setName("wendy");
            session.addAll(List.of(good, bad));
            session.commit();
        }
        assertThat(rows("SELECT name FROM logins ORDER BY name")).hasSize(2);
    }

    @Test
    void uniqueValueCannotMoveFromADeletedToANewRowInOneFlush() {
        store(sessions, new Login("ed"));
        try (Session session = sessions.open()) {
            session.delete(session.getOne(Login.class, 1));
            session.add(new Login("ed"));
            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);
            session.rollback();
        }
        assertThat(rows("SELECT * FROM logins")).hasSize(1);
    }

    @Test
    void failingRowInTheMiddleOfAThousandLeavesNothing() {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            logins.add(new Login(i == 500 ? "user7" : "user" + i));
        }
        try (Session session = sessions.open()) {
            session.addAll(logins);
            assertThatThrownBy(session::commit).isInstanceOf(UniqueViolationException.class);
            session.rollback();
            assertThat(logins).allSatisfy(login -> assertThat(stateOf(login)).isEqualTo(Lifecycle.TRANSIENT));
            assertThat(session.query(Login.class).count()).isZero();
            logins.get(500).setName("user500");
            logins.forEach(login -> assertThat(login.getId()).isZero());
            session.addAll(logins);
            session.commit();
        }
        assertThat(rows("SELECT * FROM logins")).hasSize(1000);
    }

    @Test
    void failingRowInTheMiddleOfAThousandUpdatesLeavesAll() {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            logins.add(new Login("user" + i));
        }
        store(sessions, logins.toArray());
        try (Session session = sessions.open()) {
            List<Login> all = session.query(Login.class).all();
            all.forEach(login -> login.setName("x" + (login.getId() == 501 ? 7 : login.getId())));
            assertThatThrownBy(session::commit).isInstanceOf(UniqueViolationException.class);
            session.rollback();
            assertThat(all.get(0).getName()).isEqualTo("user0");
        }
        assertThat(rows("SELECT * FROM logins WHERE name LIKE 'user%'")).hasSize(1000);
    }

    @Test
    void updateOfARowThatIsGoneIsStale() {
        store(sessions, new Login("ed"), new Login("wendy"));
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1);
            Login wendy = session.getOne(Login.class, 2);
            run(session, "DELETE FROM logins WHERE id = 1");
            ed.setVisits(1);
            wendy.setVisits(1);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("UPDATE of table [logins]")
                    .hasMessageContaining("[2] rows")
                    .hasMessageContaining("met [1]");
            assertThatThrownBy(session::flush).isInstanceOf(PendingRollbackException.class);
            session.rollback();
        }
        assertThat(rows("SELECT * FROM logins WHERE visits = 0")).hasSize(2);
    }

    @Test
    void deleteOfARowThatIsGoneMeansThatItIsDeleted() {
        store(sessions, new Login("ed"));
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1);
            run(session, "DELETE FROM logins");
            session.delete(ed);
            session.flush();
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.DELETED);
            session.rollback();
            assertThat(stateOf(ed)).isEqualTo(Lifecycle.PERSISTENT);
        }
    }

    @Test
    void changesMadeBetweenFailureAndRollbackAreUndoneToo() {
        store(sessions, new Login("ed"));
        SessionFactory keeping = SessionFactory.of(engine, Registry.of(Login.class), o -> o.expireOnCommit(false));
        try (Session session = keeping.open()) {
            Login ed = session.getOne(Login.class, 1);
            session.add(new Login(null));
            assertThatThrownBy(session::flush).isInstanceOf(NotNullViolationException.class);
            ed.setName("changed");
            session.rollback();
            assertThat(session.dirty()).isEmpty();
            assertThat(ed.getName()).isEqualTo("ed");
        }
    }

    @Test
    void failureTellsStatementAndValues() {
        try (Session session = sessions.open()) {
            session.add(new Login(null));
            assertThatThrownBy(session::flush).isInstanceOfSatisfying(NotNullViolationException.class, failure -> {
                assertThat(failure.statement())
                        .hasValueSatisfying(sql -> assertThat(sql).startsWith("INSERT INTO logins"));
                assertThat(failure.parameters()).isPresent();
            });
        }
    }
}
