package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Transaction;
import io.athanor.engine.error.IntegrityException;
import io.athanor.orm.session.PendingRollbackException;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Parent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Savepoints of a session: what they undo, and what they leave alone. */
public abstract class SavepointSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected SavepointSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class);
        store(sessions, new Parent("1"));
        store(sessions, new Parent("2"));
        store(sessions, new Parent("3"));
    }

    private static Parent withId(int id) {
        Parent parent = new Parent("new");
        parent.setId(id);
        return parent;
    }

    @Test
    void rollbackToASavepointUndoesOnlyWhatWasDoneWithin() {
        try (Session session = sessions.open()) {
            Parent first = session.getOne(Parent.class, 1);
            Parent second = session.getOne(Parent.class, 2);
            Parent third = session.getOne(Parent.class, 3);
            Parent before = new Parent("before");
            Parent within = new Parent("within");
            first.setName("10");
            session.add(before);
            try (Transaction savepoint = session.beginNested()) {
                second.setName("20");
                session.delete(third);
                session.add(within);
                session.flush();
                savepoint.rollback();
            }
            assertThat(inspect(within).lifecycle()).isEqualTo(Lifecycle.TRANSIENT);
            assertThat(inspect(third).lifecycle()).isEqualTo(Lifecycle.PERSISTENT);
            assertThat(inspect(first).unloaded()).doesNotContain("name");
            assertThat(inspect(second).unloaded()).contains("name");
            assertThat(List.of(first.getName(), second.getName(), third.getName(), before.getName()))
                    .containsExactly("10", "2", "3", "before");
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM parent")).hasToString("4");
        assertThat(value("SELECT name FROM parent WHERE id = 2")).isEqualTo("2");
    }

    @Test
    void outerRollbackUndoesWhatASavepointKept() {
        try (Session session = sessions.open()) {
            Parent first = session.getOne(Parent.class, 1);
            Parent within = new Parent("within");
            session.nested(inner -> {
                first.setName("x");
                inner.add(within);
            });
            assertThat(inspect(within).lifecycle()).isEqualTo(Lifecycle.PERSISTENT);
            session.rollback();
            assertThat(inspect(within).lifecycle()).isEqualTo(Lifecycle.TRANSIENT);
            assertThat(first.getName()).isEqualTo("1");
        }
    }

    @Test
    void failedFlushIsUndoneToTheSavepointAndTheRestIsKept() {
        try (Session session = sessions.open()) {
            for (int id : List.of(11, 1, 12)) {
                try {
                    session.nested(inner -> inner.add(withId(id)));
                } catch (IntegrityException duplicate) {
                    assertThat(id).isEqualTo(1);
                }
            }
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM parent")).hasToString("5");
    }

    @Test
    void sessionWaitsForTheSavepointOfAFailedFlushToEnd() {
        try (Session session = sessions.open()) {
            Transaction savepoint = session.beginNested();
            session.add(withId(1));
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> session.get(Parent.class, 99)).isInstanceOf(PendingRollbackException.class);
            savepoint.rollback();
            assertThat(session.get(Parent.class, 99)).isEmpty();
        }
    }

    @Test
    void savepointsEndFromTheInnermostOutwards() {
        try (Session session = sessions.open()) {
            Transaction outer = session.beginNested();
            Transaction inner = session.beginNested();
            assertThatThrownBy(outer::commit)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("others within it");
            inner.commit();
            outer.commit();
            assertThat(outer.isActive()).isFalse();
            assertThatThrownBy(inner::rollback).isInstanceOf(InvalidRequestException.class);
            assertThat(recording.sql()).isEmpty();
        }
    }

    @Test
    void relationshipsChangedWithinASavepointComeBack() {
        sessions.transaction(
                session -> session.getOne(Parent.class, 1).getChildren().add(new Child("c")));
        try (Session session = sessions.open()) {
            Parent first = session.getOne(Parent.class, 1);
            Parent second = session.getOne(Parent.class, 2);
            Child child = first.getChildren().get(0);
            try (Transaction savepoint = session.beginNested()) {
                second.getChildren().add(child);
                session.flush();
                assertThat(savepoint.isActive()).isTrue();
            }
            assertThat(child.getParent()).isSameAs(first);
            assertThat(first.getChildren()).containsExactly(child);
            assertThat(second.getChildren()).isEmpty();
        }
    }
}
