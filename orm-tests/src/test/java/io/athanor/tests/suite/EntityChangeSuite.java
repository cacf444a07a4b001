package io.athanor.tests.suite;

import static io.athanor.orm.Orm.delete;
import static io.athanor.orm.Orm.insert;
import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.update;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.query.Query;
import io.athanor.orm.query.Synchronize;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState;
import io.athanor.sql.Sql;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE of entities' rows by statements, and what becomes of the instances that a session holds. */
public abstract class EntityChangeSuite extends DatabaseSuite {
    private SessionFactory sessions;
    private Session session;
    private User ed;
    private User wendy;
    private User fred;

    protected EntityChangeSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void openSession() {
        sessions = sessions(User.class);
        store(
                sessions,
                new User("ed", "Ed Jones", "f8s7ccs"),
                new User("wendy", "Wendy Williams", "foobar"),
                new User("fred", null, "foobar"));
        session = sessions.open();
        List<User> all = session.query(User.class).orderBy(User_.id).all();
        ed = all.get(0);
        wendy = all.get(1);
        fred = all.get(2);
        recording.clear();
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    private Query<User> users() {
        return session.query(User.class);
    }

    @Test
    void evaluatedUpdateSetsInstancesWithoutSelecting() {
        long met = users().filter(User_.id.gt(1), User_.password.isNotNull())
                .update(
                        u -> u.set(User_.password, "new").set(User_.fullname, User_.fullname.concat("!")),
                        Synchronize.EVALUATE);
        assertThat(met).isEqualTo(2);
        assertThat(wendy.getPassword()).isEqualTo("new");
        assertThat(wendy.getFullname()).isEqualTo("Wendy Williams!");
        assertThat(fred.getFullname()).isNull();
        assertThat(ed.getPassword()).isEqualTo("f8s7ccs");
        assertThat(session.dirty()).isEmpty();
        assertThat(recording.sql())
                .singleElement()
                .asString()
                .matches(
                        "UPDATE users SET fullname=\\((users\\.fullname \\|\\| \\?|concat\\(users\\.fullname, \\?\\))\\),"
                                + " password=\\? WHERE users\\.id > \\? AND users\\.password IS NOT NULL");
        assertThat(value(session, "SELECT password FROM users WHERE name = 'wendy'"))
                .isEqualTo("new");
    }

    @Test
    void whatADatabaseMaySeeOtherwiseIsLoadedAgain() {
        users().filter(User_.name.eq("ED")).update(u -> u.set(User_.password, "new"), Synchronize.EVALUATE);
        recording.clear();
        assertThat(wendy.getPassword()).isEqualTo("foobar");
        assertThat(recording.sql()).isEmpty();
        assertThat(ed.getPassword()).isEqualTo("f8s7ccs");
        assertThat(recording.sql()).hasSize(1);
    }

    @Test
    void fetchedUpdateLearnsTheKeysFromTheDatabase() {
        long met = session.execute(update(User.class)
                .set(User_.password, "")
                .where(User_.name.like("%ed"))
                .options(Synchronize.FETCH));
        assertThat(met).isEqualTo(2);
        assertThat(List.of(ed.getPassword(), fred.getPassword(), wendy.getPassword()))
                .containsExactly("", "", "foobar");
        if (engine.dialect().capabilities().has(Capability.UPDATE_RETURNING)) {
            assertThat(recording.sql()).singleElement().asString().contains("UPDATE users SET password=?");
        } else {
            assertThat(recording.sql())
                    .containsExactly(
                            "SELECT users.id FROM users WHERE users.name LIKE ?",
                            "UPDATE users SET password=? WHERE users.name LIKE ?");
        }
    }

    @Test
    void fetchedDeleteLearnsTheKeysFromTheDatabase() {
        long met =
                session.execute(delete(User.class).where(User_.name.like("%ed")).options(Synchronize.FETCH));
        assertThat(met).isEqualTo(2);
        assertThat(List.of(session.contains(ed), session.contains(fred), session.contains(wendy)))
                .containsExactly(false, false, true);
        assertThat(recording.sql()).hasSize(engine.dialect().capabilities().has(Capability.DELETE_RETURNING) ? 1 : 2);
    }

    @Test
    void fetchedUpdateOfTheKeyKnowsTheKeysBefore() {
        long met = session.execute(update(User.class)
                .set(User_.id, 77)
                .where(User_.name.eq("wendy"))
                .options(Synchronize.FETCH));
        assertThat(met).isOne();
        assertThat(recording.sql()).hasSize(2).first().asString().startsWith("SELECT");
    }

    @Test
    void whatCannotBeEvaluatedIsFetchedOrRefused() {
        assertThatThrownBy(() -> users().filter(func.lower(User_.name).eq("ed"))
                        .update(u -> u.set(User_.password, "x"), Synchronize.EVALUATE))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[User]")
                .hasMessageContaining("FETCH");
        session.execute(update(User.class)
                .set(User_.password, "x")
                .where(func.lower(User_.name).eq("ed")));
        assertThat(ed.getPassword()).isEqualTo("x");
        assertThat(wendy.getPassword()).isEqualTo("foobar");
    }

    @Test
    void withoutSynchronizationInstancesKeepWhatTheyHold() {
        users().update(u -> u.set(User_.password, "x"), Synchronize.NONE);
        assertThat(ed.getPassword()).isEqualTo("f8s7ccs");
        session.refresh(ed);
        assertThat(ed.getPassword()).isEqualTo("x");
    }

    @Test
    void pendingChangesAreWrittenBefore() {
        ed.setName("edward");
        users().filter(User_.name.eq("edward")).update(u -> u.set(User_.password, "x"), Synchronize.AUTO);
        assertThat(ed.getPassword()).isEqualTo("x");
        assertThat(recording.sql().get(0)).isEqualTo("UPDATE users SET name=? WHERE users.id = ?");
    }

    @Test
    void sqlExpressionIsLoadedWhenItIsRead() {
        session.execute(
                update(User.class).set(User_.fullname, func.upper(User_.name)).where(User_.id.eq(1)));
        assertThat(ed.getFullname()).isEqualTo("ED");
    }

    @Test
    void deletedInstancesLeaveTheSessionAndComeBackByARollback() {
        long met = users().filter(User_.id.in(1, 3)).delete(Synchronize.EVALUATE);
        assertThat(met).isEqualTo(2);
        assertThat(session.contains(ed)).isFalse();
        assertThat(inspect(ed).lifecycle()).isEqualTo(ObjectState.Lifecycle.DELETED);
        assertThat(session.contains(wendy)).isTrue();
        assertThat(session.get(User.class, 1)).isEmpty();
        session.rollback();
        assertThat(session.contains(ed)).isTrue();
        assertThat(ed.getPassword()).isEqualTo("f8s7ccs");
    }

    @Test
    void rollbackBringsBackWhatAnUpdateSet() {
        users().update(u -> u.set(User_.password, "x"), Synchronize.EVALUATE);
        assertThat(ed.getPassword()).isEqualTo("x");
        session.rollback();
        assertThat(ed.getPassword()).isEqualTo("f8s7ccs");
    }

    @Test
    void deleteByASubqueryIsFetched() {
        session.execute(delete(User.class).where(User_.id.in(select(func.max(User_.id)))));
        assertThat(session.contains(fred)).isFalse();
        assertThat(session.contains(ed)).isTrue();
        session.commit();
        assertThat(value("SELECT count(*) FROM users"))
                .satisfies(n -> assertThat(((Number) n).intValue()).isEqualTo(2));
    }

    @Test
    void parametersAreSharedByConditionAndAssignment() {
        long met = users().filter(text("name = :who"))
                .params("who", "ed")
                .update(u -> u.set(User_.password, "x"), Synchronize.FETCH);
        assertThat(met).isEqualTo(1);
        assertThat(ed.getPassword()).isEqualTo("x");
    }

    @Test
    void queryWithOtherClausesIsRefused() {
        assertThatThrownBy(() -> users().limit(1).delete(Synchronize.AUTO))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("delete(…)");
        assertThatThrownBy(() -> session.query(User_.name).update(u -> u.set(User_.password, "x"), Synchronize.AUTO))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("more than one entity");
    }

    @Test
    void insertedRowIsReturnedAsAnInstance() {
        List<User> created = session.execute(insert(User.class)
                        .set(User_.name, "p")
                        .set(User_.fullname, "P.")
                        .returning(User_.entity()))
                .all();
        assertThat(created).hasSize(1);
        assertThat(created.get(0).getName()).isEqualTo("p");
        assertThat(session.contains(created.get(0))).isTrue();
        assertThat(session.execute(insert(User.class).set(User_.name, "q"))).isEqualTo(1);
        assertThat(users().count()).isEqualTo(5);
    }

    @Test
    void manyRowsOfAnEntityAreInserted() {
        long inserted =
                session.execute(insert(User.class).rows(List.of("a", "b"), (row, name) -> row.set(User_.name, name)));
        assertThat(inserted).isEqualTo(2);
        assertThat(users().filter(User_.name.in("a", "b")).count()).isEqualTo(2);
    }

    @Test
    void updateReturnsItsInstancesUpToDate() {
        if (!has(Capability.UPDATE_RETURNING)) {
            assertThatThrownBy(this::updateReturnsItsInstancesUpToDateWhere).isInstanceOf(CompileException.class);
            return;
        }
        updateReturnsItsInstancesUpToDateWhere();
    }

    private void updateReturnsItsInstancesUpToDateWhere() {
        List<User> met = session.execute(update(User.class)
                        .set(User_.password, "x")
                        .where(User_.id.le(2))
                        .returning(User_.entity()))
                .all();
        assertThat(met).containsExactlyInAnyOrder(ed, wendy);
        assertThat(ed.getPassword()).isEqualTo("x");
    }

    @Test
    void tableIsChangedWithoutTheSessionsKnowledge() {
        Table table = Registry.of(User.class).mapper(User.class).table();
        session.execute(Sql.update(table).set(table.column("password", STRING), "x"));
        assertThat(ed.getPassword()).isEqualTo("f8s7ccs");
    }
}
