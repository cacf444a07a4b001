package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.select;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.orm.state.ObjectDeletedException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Address_;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is loaded anew, when, and at which price. */
public abstract class ExpiryAndRefreshSuite extends DatabaseSuite {
    private static final String WHOLE_ROW =
            "SELECT users.id AS users_id, users.name AS users_name, users.fullname AS users_fullname,"
                    + " users.password AS users_password FROM users WHERE users.id = ?";

    private SessionFactory sessions;

    protected ExpiryAndRefreshSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(User.class);
        store(sessions, User.named("ed"), User.named("wendy"));
    }

    /** Load ed, and forget how that was done. */
    private User loadEd(Session session) {
        User ed = session.getOne(User.class, 1);
        recording.clear();
        return ed;
    }

    @Test
    void expiredInstanceIsLoadedOnceByOneSelect() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            session.commit();
            recording.clear();
            assertThat(ed.getId()).isEqualTo(1);
            assertThat(recording.lines()).containsExactly("BEGIN", WHOLE_ROW + " [1]");
            assertThat(ed.getName()).isEqualTo("ed");
            assertThat(ed.getFullname()).isEqualTo("ed full");
            assertThat(recording.lines()).hasSize(2);
        }
    }

    @Test
    void eachExpiredInstanceIsLoadedByItself() {
        try (Session session = sessions.open()) {
            List<User> users = session.query(User.class).orderBy(User_.id).all();
            session.commit();
            recording.clear();
            assertThat(users).extracting(User::getName).containsExactly("ed", "wendy");
            assertThat(recording.lines()).containsExactly("BEGIN", WHOLE_ROW + " [1]", WHOLE_ROW + " [2]");
        }
    }

    @Test
    void commitShowsWhatOthersHaveCommitted() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            session.commit();
            engine.transaction(connection -> connection.run(text("UPDATE users SET name = 'x'")));
            assertThat(ed.getName()).isEqualTo("x");
        }
    }

    @Test
    void instancesKeepTheirValuesWhereCommitDoesNotExpire() {
        SessionFactory keeping = SessionFactory.of(engine, Registry.of(User.class), o -> o.expireOnCommit(false));
        User ed;
        try (Session session = keeping.open()) {
            ed = loadEd(session);
            session.commit();
            recording.clear();
            assertThat(ed.getName()).isEqualTo("ed");
        }
        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(recording.statements()).isEmpty();
    }

    @Test
    void attributeExpiredByItselfIsLoadedByItself() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            session.expire(ed, User_.name);
            assertThat(inspect(ed).unloaded()).containsExactly("name");
            assertThat(ed.getFullname()).isEqualTo("ed full");
            assertThat(recording.all()).isEmpty();
            assertThat(ed.getName()).isEqualTo("ed");
            assertThat(recording.lines())
                    .containsExactly("SELECT users.name AS users_name FROM users WHERE users.id = ? [1]");
            assertThat(inspect(ed).unloaded()).isEmpty();
        }
    }

    @Test
    void attributesExpiredTogetherAreLoadedTogether() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            session.expire(ed, User_.name, User_.password);
            assertThat(ed.getPassword()).isEqualTo("secret");
            assertThat(ed.getName()).isEqualTo("ed");
            assertThat(recording.sql())
                    .containsExactly("SELECT users.name AS users_name, users.password AS users_password"
                            + " FROM users WHERE users.id = ?");
        }
    }

    @Test
    void expireForgetsWhatWasChanged() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            ed.setName("edward");
            ed.setPassword("new");
            session.expire(ed, User_.name);
            assertThat(ed.getName()).isEqualTo("ed");
            assertThat(ed.getPassword()).isEqualTo("new");
            session.expire(ed);
            assertThat(ed.getPassword()).isEqualTo("secret");
            session.flush();
            assertThat(recording.sql("UPDATE")).isEmpty();
        }
    }

    @Test
    void expireAllExpiresEveryInstance() {
        try (Session session = sessions.open()) {
            List<User> users = session.query(User.class).all();
            session.expireAll();
            assertThat(users)
                    .allSatisfy(user -> assertThat(inspect(user).unloaded()).hasSize(4));
        }
    }

    @Test
    void assignedAttributeOfAnExpiredInstanceIsNotLoadedAndIsWritten() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            session.commit();
            recording.clear();
            ed.setName("edward");
            assertThat(recording.all()).isEmpty();
            assertThat(ed.getFullname()).isEqualTo("ed full");
            assertThat(ed.getName()).isEqualTo("edward");
            session.commit();
            assertThat(recording.sql("UPDATE")).containsExactly("UPDATE users SET name=? WHERE users.id = ?");
        }
    }

    @Test
    void refreshLoadsAtOnce() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            run(session, "UPDATE users SET name = 'x', password = 'y'");
            assertThat(ed.getName()).isEqualTo("ed");
            recording.clear();
            session.refresh(ed);
            assertThat(recording.lines()).containsExactly(WHOLE_ROW + " [1]");
            assertThat(ed.getName()).isEqualTo("x");
            assertThat(ed.getPassword()).isEqualTo("y");
        }
    }

    @Test
    void refreshOfOneAttributeLoadsThatAlone() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            run(session, "UPDATE users SET name = 'x', password = 'y'");
            recording.clear();
            session.refresh(ed, User_.name);
            assertThat(recording.sql())
                    .containsExactly("SELECT users.name AS users_name FROM users WHERE users.id = ?");
            assertThat(ed.getName()).isEqualTo("x");
            assertThat(ed.getPassword()).isEqualTo("secret");
        }
    }

    @Test
    void refreshOverwritesWhatWasChangedAndFlushesTheOthers() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            User wendy = session.getOne(User.class, 2);
            ed.setName("edward");
            wendy.setName("gwendolyn");
            recording.clear();
            session.refresh(ed);
            assertThat(ed.getName()).isEqualTo("ed");
            assertThat(recording.lines())
                    .containsExactly("UPDATE users SET name=? WHERE users.id = ? [gwendolyn, 2]", WHOLE_ROW + " [1]");
        }
    }

    @Test
    void refreshOfAnInstanceWhoseRowIsGoneIsRefused() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            run(session, "DELETE FROM users");
            assertThatThrownBy(() -> session.refresh(ed))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("[User]")
                    .hasMessageContaining("row is gone");
        }
    }

    @Test
    void readingAnExpiredInstanceWhoseRowIsGoneSaysSo() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            session.expire(ed);
            run(session, "DELETE FROM users");
            assertThatThrownBy(ed::getName)
                    .isInstanceOf(ObjectDeletedException.class)
                    .hasMessageContaining("[User]");
        }
    }

    @Test
    void pendingAndTransientInstancesAreNeitherExpiredNorRefreshed() {
        try (Session session = sessions.open()) {
            User fred = User.named("fred");
            assertThatThrownBy(() -> session.refresh(fred))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("[transient]");
            session.add(fred);
            assertThatThrownBy(() -> session.expire(fred))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("[pending]");
        }
    }

    @Test
    void attributesOfAnotherClassAreNeitherExpiredNorRefreshed() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            assertThatThrownBy(() -> session.expire(ed, Address_.id))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessage(
                            "Attribute [Address.id] is not one of class [User]; name attributes of the instance's own"
                                    + " class");
            assertThatThrownBy(() -> session.refresh(ed, Address_.email)).isInstanceOf(ArgumentException.class);
            assertThat(inspect(ed).unloaded()).isEmpty();
        }
    }

    @Test
    void historyOfAnAttributeAssignedWhileExpiredKnowsNoOldValue() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            session.expire(ed);
            ed.setName("edward");
            assertThat(inspect(ed).history(User_.name).added()).containsExactly("edward");
            assertThat(inspect(ed).history(User_.name).removed()).isEmpty();
            assertThat(inspect(ed).history(User_.password).unchanged()).isEmpty();
            assertThat(recording.all()).isEmpty();
        }
    }

    @Test
    void queryOverwritesNeitherLoadedNorChangedAttributes() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            run(session, "UPDATE users SET name = 'x', password = 'y'");
            session.noAutoflush(quiet -> {
                ed.setPassword("mine");
                assertThat(quiet.query(User.class).filterBy(User_.id, 1).all()).containsExactly(ed);
                assertThat(ed.getName()).isEqualTo("ed");
                assertThat(ed.getPassword()).isEqualTo("mine");
            });
        }
    }

    @Test
    void queryFillsInWhatIsExpired() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            ed.setPassword("mine");
            session.expire(ed, User_.name);
            run(session, "UPDATE users SET name = 'x', fullname = 'z'");
            session.noAutoflush(quiet -> quiet.query(User.class).all());
            recording.clear();
            assertThat(ed.getName()).isEqualTo("x");
            assertThat(ed.getFullname()).isEqualTo("ed full");
            assertThat(ed.getPassword()).isEqualTo("mine");
            assertThat(recording.all()).isEmpty();
        }
    }

    @Test
    void populateExistingOverwrites() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            run(session, "UPDATE users SET name = 'x', password = 'y'");
            session.noAutoflush(quiet -> {
                ed.setPassword("mine");
                assertThat(quiet.query(User.class)
                                .filterBy(User_.id, 1)
                                .populateExisting()
                                .all())
                        .containsExactly(ed);
            });
            assertThat(ed.getName()).isEqualTo("x");
            assertThat(ed.getPassword()).isEqualTo("y");
            assertThat(session.dirty()).isEmpty();
        }
    }

    @Test
    void rowsOfOneIdentityAreOneInstance() {
        try (Session session = sessions.open()) {
            User ed = loadEd(session);
            assertThat(session.execute(select(User.class).where(User_.name.eq("ed")))
                            .one())
                    .isSameAs(ed);
            assertThat(session.query(User.class).orderBy(User_.id).first()).containsSame(ed);
        }
    }

    @Test
    void detachedInstanceKeepsWhatIsLoadedAndTellsWhatIsNot() {
        User ed;
        try (Session session = sessions.open()) {
            ed = loadEd(session);
            session.expire(ed, User_.name);
        }
        assertThat(inspect(ed).lifecycle()).isEqualTo(Lifecycle.DETACHED);
        assertThat(ed.getFullname()).isEqualTo("ed full");
        assertThatThrownBy(ed::getName)
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("[User.name]");
    }
}
