package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.select;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;

import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Things.Required;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a session writes before it asks, and what becomes of it when that fails. */
final class AutoflushScenarios extends Scenarios.Family {
    AutoflushScenarios() {
        super("autoflush");
        play("when", AutoflushScenarios::when);
        play("failure-then-pending-rollback", AutoflushScenarios::failure);
        play("failed-flush-keeps-pending-set", AutoflushScenarios::failedFlush);
    }

    private static void when(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1')");
        Parent parent = session.getOne(Parent.class, 1);
        stage.shows(() -> {
            parent.name("x1");
            return stage.shown().entities(session.execute(select(Child.class)).all());
        });
        stage.shows(() -> {
            parent.name("x2");
            return stage.entity(session.getOne(Parent.class, 1));
        });
        stage.shows(() -> session.get(Parent.class, 99).orElse(null));
        stage.shows(() -> {
            parent.name("x3");
            return parent.children().size();
        });
        stage.shows(() -> {
            List<Long> counted = new ArrayList<>();
            session.noAutoflush(quiet -> {
                parent.name("x4");
                counted.add(quiet.execute(select(func.count()).from(Parent_.entity()))
                        .one());
            });
            return counted.get(0);
        });
        stage.shows(() -> {
            parent.name("x5");
            return session.execute(text("select name from parent")).one().get(0);
        });
        stage.step(session::commit);
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
