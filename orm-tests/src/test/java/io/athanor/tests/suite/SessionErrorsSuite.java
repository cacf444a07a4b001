package io.athanor.tests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.error.MultipleResultsFoundException;
import io.athanor.engine.error.NoResultFoundException;
import io.athanor.engine.error.NotNullViolationException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.UnmappedClassException;
import io.athanor.orm.session.PendingRollbackException;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionClosedException;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.session.UnboundSessionException;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Address;
import io.athanor.tests.model.Address_;
import io.athanor.tests.model.Login;
import io.athanor.tests.model.Point;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done wrong with a session, and what is said about it. */
public abstract class SessionErrorsSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected SessionErrorsSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(User.class, Address.class, Login.class);
        store(sessions, User.named("ed"), User.named("wendy"));
    }

    @Test
    void instanceOfAnUnmappedClassIsRefused() {
        String message = "Class [io.athanor.tests.model.Point] is not mapped by this registry, which maps [User,"
                + " Address, Login]; add it with Registry.of(…) or with(…)";
        try (Session session = sessions.open()) {
            List<Runnable> uses = List.of(
                    () -> session.add(new Point()),
                    () -> session.query(Point.class),
                    () -> session.get(Point.class, 1),
                    () -> session.contains(new Point()));
            for (Runnable use : uses) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(UnmappedClassException.class)
                        .hasMessage(message);
            }
        }
    }

    @Test
    void nullIsNoInstance() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.add(null))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessage("The session was given null; give it an instance of a mapped class");
        }
    }

    @Test
    void attributeOfAnEntityOutsideTheQueryIsRefusedByFilterBy() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.query(User.class).filterBy(Address_.email, "x"))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessage("filterBy was given attribute [Address.email], but the query is over [User]; join its"
                            + " entity, or use filter(…)");
        }
    }

    @Test
    void unknownAttributeIsRefusedByFilterBy() {
        var nickname = Attribute.of(User.class, "nickname", String.class);
        try (Session session = sessions.open()) {
            assertThatThrownBy(() ->
                            session.query(User.class).filterBy(nickname, "x").all())
                    .isInstanceOf(ArgumentException.class)
                    .hasMessage("Class [io.athanor.tests.model.User] has no attribute [nickname]; it has [id, name,"
                            + " fullname, password]");
        }
    }

    @Test
    void expiredAttributeOfADetachedInstanceIsRefused() {
        User ed;
        try (Session session = sessions.open()) {
            ed = session.getOne(User.class, 1);
            session.commit();
        }
        assertThatThrownBy(ed::getName)
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessage("Attribute [User.name] is not loaded and its instance is in no session; read it before the"
                        + " session is closed, turn off expireOnCommit, or add the instance to a session");
    }

    @Test
    void oneSaysThatThereIsNone() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.query(User.class)
                            .filterBy(User_.name, "nobody")
                            .one())
                    .isInstanceOf(NoResultFoundException.class)
                    .hasMessage("No row was found when one was required; use first() or oneOrNone() where there may be"
                            + " none");
        }
    }

    @Test
    void oneSaysThatThereAreSeveral() {
        String message = "Multiple rows were found when exactly one was required; use first(), or narrow the condition";
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.query(User.class).one())
                    .isInstanceOf(MultipleResultsFoundException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> session.query(User.class).oneOrNone())
                    .isInstanceOf(MultipleResultsFoundException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void closedSessionRefusesEverything() {
        Session session = sessions.open();
        User ed = session.getOne(User.class, 1);
        session.close();
        List<Runnable> uses = List.of(
                () -> session.add(ed),
                () -> session.delete(ed),
                () -> session.get(User.class, 1),
                () -> session.query(User.class).all(),
                () -> session.contains(ed),
                () -> session.refresh(ed),
                session::flush,
                session::commit,
                session::rollback,
                session::newObjects,
                session::connection);
        for (Runnable use : uses) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(SessionClosedException.class)
                    .hasMessage("The session is closed; open a new one from its factory");
        }
        session.close();
    }

    @Test
    void failedFlushMustBeAcknowledgedByARollback() {
        try (Session session = sessions.open()) {
            session.add(new Login(null));
            assertThatThrownBy(session::flush).isInstanceOf(NotNullViolationException.class);
            assertThatThrownBy(() -> session.query(User.class).all())
                    .isInstanceOf(PendingRollbackException.class)
                    .hasMessageContaining("flush")
                    .hasMessageContaining("rollback()")
                    .hasCauseInstanceOf(NotNullViolationException.class);
            session.rollback();
            assertThat(session.query(User.class).all()).hasSize(2);
        }
    }

    @Test
    void secondPersistentInstanceOfOneIdentityIsRefused() {
        User detached;
        try (Session session = sessions.open()) {
            detached = session.getOne(User.class, 1);
        }
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            assertThatThrownBy(() -> session.add(detached))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("An instance of [User] with the same key is in this session already; use that one, or"
                            + " expunge it first");
            session.expunge(ed);
            session.add(detached);
            assertThat(session.get(User.class, 1)).containsSame(detached);
        }
    }

    @Test
    void newInstanceOfAnIdentityThatIsTakenIsRefusedByTheDatabase() {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            User other = User.named("other");
            other.setId(1);
            session.add(other);
            assertThatThrownBy(session::flush).isInstanceOf(UniqueViolationException.class);
            session.rollback();
            assertThat(session.get(User.class, 1)).containsSame(ed);
            assertThat(session.contains(other)).isFalse();
        }
    }

    @Test
    void instanceOfAnotherSessionIsRefused() {
        try (Session first = sessions.open();
                Session second = sessions.open()) {
            User ed = first.getOne(User.class, 1);
            first.commit();
            assertThatThrownBy(() -> second.add(ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Instance of [User] belongs to another session already; expunge it there, or close that"
                            + " session");
            assertThatThrownBy(() -> second.delete(ed)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> second.refresh(ed)).isInstanceOf(InvalidRequestException.class);
            assertThat(second.contains(ed)).isFalse();
            first.close();
            second.add(ed);
            assertThat(ed.getName()).isEqualTo("ed");
        }
    }

    @Test
    void deletedInstanceCannotBeAddedAgain() {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            session.delete(ed);
            session.flush();
            assertThatThrownBy(() -> session.add(ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Instance of [User] has been deleted and cannot be added again; add a new instance, or"
                            + " roll back the deletion");
        }
    }

    @Test
    void sessionWithoutAnEngineSaysSo() {
        try (Session session = SessionFactory.of(Registry.of(User.class)).open()) {
            session.add(User.named("ed"));
            List<Runnable> uses = List.of(session::connection, () -> session.get(User.class, 1));
            for (Runnable use : uses) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(UnboundSessionException.class)
                        .hasMessage(
                                "The session has no engine; call configure(engine) on its factory before opening it");
            }
        }
    }
}
