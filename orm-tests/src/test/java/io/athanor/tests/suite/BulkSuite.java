package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.sql.Sql.func;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Transaction;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.orm.state.StaleDataException;
import io.athanor.sql.Sql;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Login;
import io.athanor.tests.model.Login_;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written past the unit of work, and what SQL computes within it. */
public abstract class BulkSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected BulkSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void logins() {
        sessions = sessions(Login.class);
        store(sessions, new Login("ed"), new Login("wendy"), new Login("mary"));
    }

    private long sent(String verb) {
        return recording.all().stream()
                .filter(sent -> sent.isStatement() && sent.folded().startsWith(verb))
                .count();
    }

    // -- rows by their keys ------------------------------------------------------------------------------------------

    @Test
    void rowsAreUpdatedByTheirKeysAndInstancesFollow() {
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1L);
            recording.clear();
            session.bulkUpdate(
                    Login.class,
                    Map.of(1L, 7, 2L, 7, 3L, 7).entrySet(),
                    (row, visits) -> row.set(Login_.id, visits.getKey()).set(Login_.visits, visits.getValue()));
            assertThat(sent("UPDATE")).isEqualTo(1);
            assertThat(ed.getVisits()).isEqualTo(7);
            assertThat(session.dirty()).isEmpty();
            session.commit();
        }
        assertThat(rows("SELECT id FROM logins WHERE visits = 7")).hasSize(3);
    }

    @Test
    void instancesThatFollowedComeBackByRollbackToASavepoint() {
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1L);
            try (Transaction savepoint = session.beginNested()) {
                session.bulkUpdate(
                        Login.class,
                        List.of(1L),
                        (row, id) -> row.set(Login_.id, id).set(Login_.visits, 9));
                assertThat(ed.getVisits()).isEqualTo(9);
                savepoint.rollback();
            }
            assertThat(ed.getVisits()).isZero();
        }
    }

    @Test
    void rowThatIsNotThereIsStale() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.bulkUpdate(
                            Login.class,
                            List.of(1L, 99L),
                            (row, id) -> row.set(Login_.id, id).set(Login_.visits, 1)))
                    .isInstanceOf(StaleDataException.class);
        }
    }

    @Test
    void rowWithoutItsKeyOrWithAnExpressionIsRefused() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(
                            () -> session.bulkUpdate(Login.class, List.of(1), (row, one) -> row.set(Login_.visits, 1)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("[id]");
            assertThatThrownBy(() -> session.bulkUpdate(
                            Login.class,
                            List.of(1L),
                            (row, id) -> row.set(Login_.id, id).set(Login_.visits, Login_.visits.plus(1))))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("expression");
        }
    }

    // -- instances ---------------------------------------------------------------------------------------------------

    @Test
    void newInstancesAreInsertedAndStayTransient() {
        List<Login> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(new Login("user" + i));
        }
        try (Session session = sessions.open()) {
            session.bulkSave(many);
            assertThat(session.newObjects()).isEmpty();
            assertThat(many).extracting(Login::getId).doesNotContain(0L).doesNotHaveDuplicates();
            assertThat(inspect(many.get(0)).lifecycle()).isEqualTo(Lifecycle.TRANSIENT);
            assertThat(session.getOne(Login.class, many.get(42).getId()).getName())
                    .isEqualTo("user42");
            session.commit();
        }
        assertThat(rows("SELECT * FROM logins")).hasSize(103);
    }

    @Test
    void changesOfDetachedInstancesAreWritten() {
        List<Login> all = new ArrayList<>();
        try (Session session = sessions.open()) {
            all.addAll(session.query(Login.class).orderBy(Login_.id).all());
        }
        all.get(0).setVisits(3);
        all.get(2).setVisits(4);
        recording.clear();
        sessions.transaction(session -> session.bulkSave(all));
        assertThat(sent("UPDATE")).isEqualTo(1);
        assertThat(rows("SELECT visits FROM logins ORDER BY id"))
                .extracting(row -> ((Number) row.get(0)).intValue())
                .containsExactly(3, 0, 4);
        recording.clear();
        sessions.transaction(session -> session.bulkSave(all));
        assertThat(sent("UPDATE")).isZero();
    }

    @Test
    void instanceOfAnotherSessionIsRefused() {
        try (Session session = sessions.open();
                Session other = sessions.open()) {
            Login pending = new Login("new");
            other.add(pending);
            assertThatThrownBy(() -> session.bulkSave(List.of(pending))).isInstanceOf(InvalidRequestException.class);
        }
    }

    // -- what SQL computes -------------------------------------------------------------------------------------------

    @Test
    void sqlComputesWhatItIsAssignedTo() {
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1L);
            ed.setVisits(5);
            session.flush();
            recording.clear();
            session.assign(ed, Login_.visits, Login_.visits.plus(1));
            assertThat(ed.getVisits()).isEqualTo(5);
            assertThat(session.dirty()).containsExactly(ed);
            session.flush();
            assertThat(ed.getVisits()).isEqualTo(6);
            session.flush();
            assertThat(sent("UPDATE")).isEqualTo(1);
            session.commit();
        }
        assertThat(value("SELECT visits FROM logins WHERE id = 1")).hasToString("6");
    }

    @Test
    void valueAssignedLaterMakesUpForSql() {
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1L);
            session.assign(ed, Login_.visits, Login_.visits.plus(1));
            ed.setVisits(40);
            Login fresh = new Login("fresh");
            session.add(fresh);
            session.assign(fresh, Login_.visits, func.coalesce(Login_.visits, Login_.visits));
            fresh.setVisits(50);
            session.commit();
            assertThat(ed.getVisits()).isEqualTo(40);
            assertThat(fresh.getVisits()).isEqualTo(50);
        }
    }

    @Test
    void sqlAssignedLaterMakesUpForAValue() {
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1L);
            ed.setVisits(40);
            ed.setName("eddy");
            session.assign(ed, Login_.visits, Login_.visits.plus(2));
            session.commit();
            assertThat(ed.getVisits()).isEqualTo(2);
            assertThat(ed.getName()).isEqualTo("eddy");
        }
    }

    @Test
    void newRowMayBeComputedInTheMidstOfOthers() {
        try (Session session = sessions.open()) {
            Login first = new Login("1");
            Login second = new Login("2");
            Login third = new Login("3");
            session.addAll(List.of(first, second, third));
            session.assign(second, Login_.visits, Sql.value(2).plus(2));
            session.flush();
            assertThat(second.getVisits()).isEqualTo(4);
            assertThat(List.of(first.getId(), second.getId(), third.getId()))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void rollbackForgetsWhatSqlWasToCompute() {
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1L);
            session.assign(ed, Login_.visits, Login_.visits.plus(1));
            session.rollback();
            session.commit();
            assertThat(ed.getVisits()).isZero();
        }
    }

    @Test
    void keyAndStrangersAreNotComputed() {
        try (Session session = sessions.open()) {
            Login ed = session.getOne(Login.class, 1L);
            assertThatThrownBy(() -> session.assign(ed, Login_.id, Login_.id.plus(1)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("part of the key");
            assertThatThrownBy(() -> session.assign(new Login("x"), Login_.visits, Login_.visits.plus(1)))
                    .isInstanceOf(InvalidRequestException.class);
        }
    }
}
