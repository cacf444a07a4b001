package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.select;

import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Things.Required;
import java.util.Arrays;
import java.util.List;

/** What a session writes before it asks, and what becomes of it when that fails. */
final class AutoflushScenarios extends Scenarios.Family {
    AutoflushScenarios() {
        super("autoflush");
        play("failure-then-pending-rollback", AutoflushScenarios::failure);
        play("failed-flush-keeps-pending-set", AutoflushScenarios::failedFlush);
    }

    private static void failure(Stage stage) {
        Session session = stage.open(Required.class);
        stage.given("INSERT INTO t (id, a) VALUES (1, 1)");
        Required stored = session.getOne(Required.class, 1);
        Required bad = new Required(null);
        stage.step(() -> {
            session.add(bad);
            session.execute(select(Required.class)).all();
        });
        stage.step(() -> session.execute(select(Required.class)).all());
        stage.step(stored::a);
        stage.shows(() -> {
            session.rollback();
            return Shown.states(bad, stored);
        });
        stage.shows(() ->
                stage.shown().entities(session.execute(select(Required.class)).all()));
    }

    private static void failedFlush(Stage stage) {
        Session session = stage.open(Required.class);
        Required good = new Required(1);
        Required bad = new Required(null);
        stage.step(() -> {
            session.addAll(List.of(good, bad));
            session.commit();
        });
        stage.shows(() -> {
            session.rollback();
            return Arrays.asList(Shown.state(good), Shown.state(bad), good.id());
        });
        stage.step(() -> {
            bad.a(2);
            session.addAll(List.of(good, bad));
            session.commit();
        });
    }
}
