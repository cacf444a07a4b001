package io.athanor.tests.suite;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.error.DatabaseException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.jdbc.Recording;
import io.athanor.tests.jdbc.RecordingDriver;
import io.athanor.tests.model.User;
import org.junit.jupiter.api.Test;

/** When a connection is taken, and when it is given back. */
public abstract class ConnectionUseSuite extends DatabaseSuite {

    protected ConnectionUseSuite(Database database) {
        super(database);
    }

    @Test
    void engineOpensNothingBeforeItIsUsed() {
        Recording driver = new Recording();
        try (Engine lazy = RecordingDriver.engine(database.url(), driver)) {
            Registry registry = Registry.of(User.class);
            SessionFactory sessions = SessionFactory.of(lazy, registry);
            sessions.open().close();
            assertThat(lazy.dialect().name()).isEqualTo(database.dialect());
            assertThat(lazy.poolState().total()).isZero();
            assertThat(driver.taken()).isZero();
            registry.metadata().createAll(lazy);
            assertThat(driver.taken()).isPositive();
        }
        assertThat(driver.lent()).isZero();
    }

    @Test
    void engineOverADataSourceOpensNothingBeforeItIsUsed() {
        assertThat(recording.taken()).isZero();
        try (Connection connection = engine.connect()) {
            assertThat(recording.lent()).isEqualTo(1);
            assertThat(connection.isInTransaction()).isFalse();
        }
        assertThat(recording.lent()).isZero();
    }

    @Test
    void dialectOfADataSourceIsFoundByAskingIt() {
        try (Engine detecting = Engine.of(source)) {
            assertThat(recording.taken()).isZero();
            assertThat(detecting.dialect().name()).isEqualTo(database.dialect());
        }
    }

    @Test
    void sessionTakesAConnectionAtItsFirstUse() {
        SessionFactory sessions = sessions(User.class);
        int before = recording.taken();
        try (Session session = sessions.open()) {
            session.add(User.named("ed"));
            assertThat(recording.taken()).isEqualTo(before);
            session.flush();
            assertThat(recording.taken()).isEqualTo(before + 1);
            session.query(User.class).all();
            session.get(User.class, 99);
            assertThat(recording.taken()).isEqualTo(before + 1);
            assertThat(session.isInTransaction()).isTrue();
        }
    }

    @Test
    void commitGivesTheConnectionBack() {
        SessionFactory sessions = sessions(User.class);
        try (Session session = sessions.open()) {
            session.add(User.named("ed"));
            session.commit();
            assertThat(recording.lent()).isZero();
            assertThat(recording.all()).last().hasToString("COMMIT");
        }
    }

    @Test
    void rollbackGivesTheConnectionBack() {
        SessionFactory sessions = sessions(User.class);
        try (Session session = sessions.open()) {
            session.query(User.class).all();
            assertThat(recording.lent()).isEqualTo(1);
            session.rollback();
            assertThat(recording.lent()).isZero();
            assertThat(recording.all()).last().hasToString("ROLLBACK");
        }
    }

    @Test
    void closeGivesTheConnectionBack() {
        SessionFactory sessions = sessions(User.class);
        Session session = sessions.open();
        session.query(User.class).all();
        session.close();
        assertThat(recording.lent()).isZero();
        assertThat(recording.all()).last().hasToString("ROLLBACK");
    }

    @Test
    void commitOfNothingSendsNothing() {
        SessionFactory sessions = sessions(User.class);
        try (Session session = sessions.open()) {
            session.commit();
            session.rollback();
        }
        assertThat(recording.all()).isEmpty();
    }

    @Test
    void failedStatementDoesNotLoseTheConnection() {
        SessionFactory sessions = sessions(User.class);
        try (Session session = sessions.open()) {
            assertThatThrownBy(
                            () -> session.execute(text("SELECT * FROM nothing")).all())
                    .isInstanceOf(DatabaseException.class);
            session.rollback();
            assertThat(recording.lent()).isZero();
            assertThat(session.query(User.class).all()).isEmpty();
        }
    }

    @Test
    void failureInATransactionOfTheEngineRollsBackAndGivesBack() {
        sessions(User.class);
        assertThatThrownBy(() -> engine.transaction(connection -> {
                    connection.run(text("INSERT INTO users (name) VALUES ('ed')"));
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(recording.lent()).isZero();
        assertThat(rows("SELECT * FROM users")).isEmpty();
    }

    @Test
    void sessionsConnectionIsThatOfItsTransaction() {
        SessionFactory sessions = sessions(User.class);
        try (Session session = sessions.open()) {
            session.add(User.named("ed"));
            session.flush();
            assertThat(value(session, "SELECT name FROM users")).isEqualTo("ed");
            session.rollback();
        }
        assertThat(rows("SELECT * FROM users")).isEmpty();
    }
}
