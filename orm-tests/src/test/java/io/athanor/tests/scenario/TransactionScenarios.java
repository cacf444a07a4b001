package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.insert;
import static io.athanor.orm.Orm.select;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;

import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Things.Single;
import java.util.List;

/** What commit, rollback and savepoints do to instances. */
final class TransactionScenarios extends Scenarios.Family {
    TransactionScenarios() {
        super("transaction");
        play("rollback-restores", TransactionScenarios::rollbackRestores);
        play("rollback-unflushed", TransactionScenarios::rollbackUnflushed);
        play("deleted-after-commit", TransactionScenarios::deletedAfterCommit);
        play("lifecycle", TransactionScenarios::lifecycle);
        play("raw-sql-not-flushed-commit", TransactionScenarios::rawSql);
    }

    private static final String[] TWO = {"INSERT INTO t (id, a) VALUES (1, 1)", "INSERT INTO t (id, a) VALUES (2, 2)"};

    private static void rollbackRestores(Stage stage) {
        Session session = stage.open(Single.class);
        stage.given(TWO);
        List<Single> stored = session.query(Single.class).orderBy(Single_.id).all();
        Single fresh = new Single(3);
        stage.shows(() -> {
            stored.get(0).a(9);
            session.delete(stored.get(1));
            session.add(fresh);
            session.flush();
            return Shown.states(stored.get(0), stored.get(1), fresh);
        });
        stage.shows(() -> {
            session.rollback();
            return List.of(Shown.states(stored.get(0), stored.get(1), fresh), fresh.id());
        });
        stage.shows(() -> List.of(stored.get(0).a(), stored.get(1).a(), fresh.a()));
    }

    private static void rollbackUnflushed(Stage stage) {
        Session session = stage.open(Single.class);
        stage.given(TWO);
        List<Single> stored = session.query(Single.class).orderBy(Single_.id).all();
        Single fresh = new Single(3);
        stage.shows(() -> {
            stored.get(0).a(9);
            session.delete(stored.get(1));
            session.add(fresh);
            session.rollback();
            return Shown.states(stored.get(0), stored.get(1), fresh);
        });
        stage.shows(() -> List.of(stored.get(0).a(), stored.get(1).a()));
        stage.shows(() -> List.of(
                session.deleted().size(),
                session.dirty().size(),
                session.newObjects().size()));
    }

    private static void deletedAfterCommit(Stage stage) {
        Session session = stage.open(Single.class);
        stage.given("INSERT INTO t (id, a) VALUES (1, 1)");
        Single single = session.getOne(Single.class, 1);
        stage.shows(() -> {
            session.delete(single);
            List<Object> before = List.of(session.contains(single), Shown.state(single));
            session.flush();
            return List.of(before, List.of(session.contains(single), Shown.state(single)));
        });
        stage.shows(single::a);
        stage.step(() -> session.add(single));
        stage.shows(() -> {
            session.commit();
            return Shown.state(single);
        });
        stage.step(() -> session.add(single));
    }

    private static void rawSql(Stage stage) {
        Session session = stage.open(Single.class);
        stage.step(() -> {
            session.execute(insert(Single.class).set(Single_.a, 1));
            session.commit();
        });
        stage.step(() -> {
            session.execute(select(Single.class)).all();
            session.commit();
        });
        stage.step(session::commit);
    }

    private static void lifecycle(Stage stage) {
        Session session = stage.open(Single.class);
        stage.shows(session::isInTransaction);
        stage.shows(() -> {
            session.add(new Single(1));
            return session.isInTransaction();
        });
        stage.step(session::begin);
        stage.step(session::commit);
        stage.step(session::commit);
        stage.step(session::rollback);
        stage.step(() -> session.transaction(inner -> inner.add(new Single(2))));
        stage.step(() -> session.transaction(inner -> {
            inner.add(new Single(3));
            throw new IllegalArgumentException("x");
        }));
        stage.step(() -> session.transaction(inner -> {
            inner.add(new Single(4));
            inner.commit();
            inner.execute(select(Single.class)).all();
        }));
        stage.shows(() -> {
            session.reset();
            return session.execute(select(func.count()).from(Single_.entity())).one();
        });
    }
}
