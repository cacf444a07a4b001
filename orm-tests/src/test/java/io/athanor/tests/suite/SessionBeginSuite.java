package io.athanor.tests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Transaction;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionClosedException;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Parent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a session's transaction begins and ends. */
public abstract class SessionBeginSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected SessionBeginSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class);
    }

    private Object count() {
        return value("SELECT count(*) FROM parent").toString();
    }

    @Test
    void changeOfAPersistentInstanceBeginsATransaction() {
        store(sessions, new Parent("1"));
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            parent.getName();
            session.commit();
            session.add(parent);
            session.rollback();
            assertThat(session.isInTransaction()).isFalse();
            parent.setName("2");
            assertThat(session.isInTransaction()).isTrue();
        }
    }

    @Test
    void beginSendsNothingByItself() {
        try (Session session = sessions.open()) {
            session.begin();
            assertThat(session.isInTransaction()).isTrue();
            session.commit();
            assertThat(session.isInTransaction()).isFalse();
        }
        assertThat(recording.lines()).isEmpty();
    }

    @Test
    void transactionThatIsClosedUncommittedIsUndone() {
        try (Session session = sessions.open()) {
            try (Transaction transaction = session.begin()) {
                session.add(new Parent("undone"));
                session.flush();
            }
            try (Transaction transaction = session.begin()) {
                session.add(new Parent("done"));
                transaction.commit();
                assertThat(transaction.isActive()).isFalse();
                assertThatThrownBy(transaction::commit).isInstanceOf(InvalidRequestException.class);
            }
        }
        assertThat(value("SELECT name FROM parent")).isEqualTo("done");
    }

    @Test
    void endedTransactionDoesNotEndTheNext() {
        try (Session session = sessions.open()) {
            Transaction first = session.begin();
            session.commit();
            session.add(new Parent("next"));
            first.rollback();
            first.close();
            session.commit();
        }
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void blockCommitsWhatItYieldsAndUndoesWhatFails() {
        try (Session session = sessions.open()) {
            long counted = session.inTransaction(inner -> {
                inner.add(new Parent("kept"));
                return inner.query(Parent.class).count();
            });
            assertThat(counted).isOne();
            assertThatThrownBy(() -> session.transaction(inner -> {
                        inner.add(new Parent("lost"));
                        inner.flush();
                        throw new java.io.IOException("x");
                    }))
                    .isInstanceOf(java.io.IOException.class);
            assertThat(session.isInTransaction()).isFalse();
        }
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void blockWhoseTransactionIsOverRefusesFurtherWorkUntilItIsLeft() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.transaction(inner -> {
                        inner.add(new Parent("kept"));
                        inner.commit();
                        inner.add(new Parent("refused"));
                    }))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("block");
            session.add(new Parent("after"));
            session.commit();
        }
        assertThat(count()).isEqualTo("2");
    }

    @Test
    void blockWithinATransactionIsRefused() {
        try (Session session = sessions.open()) {
            session.add(new Parent("1"));
            assertThatThrownBy(() -> session.transaction(inner -> inner.flush()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("beginNested()");
            assertThat(session.newObjects()).hasSize(1);
        }
    }

    @Test
    void blockThatFailsInAFlushLeavesAUsableSession() {
        store(sessions, new Parent("1"));
        try (Session session = sessions.open()) {
            Parent twin = new Parent("twin");
            twin.setId(1);
            assertThatThrownBy(() -> session.transaction(inner -> inner.add(twin)))
                    .isInstanceOf(io.athanor.engine.error.IntegrityException.class);
            assertThat(session.query(Parent.class).count()).isOne();
        }
    }

    @Test
    void resetSessionLetsGoAndGoesOnWhileAClosedOneDoesNot() {
        Session session = sessions.open();
        Parent pending = new Parent("lost");
        session.add(pending);
        session.flush();
        session.reset();
        assertThat(session.contains(pending)).isFalse();
        assertThat(session.isInTransaction()).isFalse();
        assertThat(session.query(Parent.class).count()).isZero();
        session.close();
        assertThatThrownBy(session::reset).isInstanceOf(SessionClosedException.class);
    }
}
