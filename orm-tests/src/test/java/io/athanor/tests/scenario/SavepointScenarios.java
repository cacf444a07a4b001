package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.inspect;

import io.athanor.engine.Transaction;
import io.athanor.engine.error.IntegrityException;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Things.Coded;
import io.athanor.tests.scenario.Things.Single;
import java.util.ArrayList;
import java.util.List;

/** What a savepoint restores. */
final class SavepointScenarios extends Scenarios.Family {
    SavepointScenarios() {
        super("transaction");
        play("savepoint-commit-then-outer-rollback", SavepointScenarios::outerRollback);
        play("savepoint-rollback", SavepointScenarios::rollback);
        play("savepoint-recovers-integrity-error", SavepointScenarios::recovers);
    }

    private static void outerRollback(Stage stage) {
        Session session = stage.open(Single.class);
        stage.given("INSERT INTO t (id, a) VALUES (1, 1)");
        Single stored = session.getOne(Single.class, 1);
        Single fresh = new Single(2);
        stage.step(() -> {
            try (Transaction savepoint = session.beginNested()) {
                stored.a(5);
                session.add(fresh);
                savepoint.commit();
            }
        });
        stage.shows(() -> Shown.states(stored, fresh));
        stage.shows(() -> {
            session.rollback();
            List<Object> shown = new ArrayList<>(Shown.states(stored, fresh));
            shown.add(stored.a());
            return shown;
        });
    }

    private static void recovers(Stage stage) {
        Session session = stage.open(Coded.class);
        stage.given("INSERT INTO t (id, code) VALUES (1, 'a')");
        stage.shows(() -> {
            List<String> results = new ArrayList<>();
            for (String code : List.of("b", "a", "c")) {
                try (Transaction savepoint = session.beginNested()) {
                    session.add(new Coded(code));
                    savepoint.commit();
                    results.add("ok");
                } catch (IntegrityException duplicate) {
                    results.add("dup");
                }
            }
            return results;
        });
        stage.step(session::commit);
    }

    private static void rollback(Stage stage) {
        Session session = stage.open(Single.class);
        stage.given(
                "INSERT INTO t (id, a) VALUES (1, 1)",
                "INSERT INTO t (id, a) VALUES (2, 2)",
                "INSERT INTO t (id, a) VALUES (3, 3)");
        List<Single> stored = session.query(Single.class).orderBy(Single_.id).all();
        Single before = new Single(4);
        Single within = new Single(5);
        List<Transaction> savepoint = new ArrayList<>();
        stage.step(() -> {
            stored.get(0).a(10);
            session.add(before);
            savepoint.add(session.beginNested());
        });
        stage.step(() -> {
            stored.get(1).a(20);
            session.delete(stored.get(2));
            session.add(within);
            session.flush();
        });
        stage.shows(() -> {
            savepoint.get(0).rollback();
            return Shown.states(stored.get(0), stored.get(1), stored.get(2), before, within);
        });
        List<Single> all = List.of(stored.get(0), stored.get(1), stored.get(2), before);
        stage.shows(() -> all.stream().map(each -> inspect(each).expired()).toList());
        stage.shows(() -> all.stream().map(Single::a).toList());
        stage.step(session::commit);
    }
}
