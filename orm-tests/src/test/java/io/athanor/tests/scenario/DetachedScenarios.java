package io.athanor.tests.scenario;

import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Things.Pair;
import java.util.ArrayList;
import java.util.List;

/** What comes back to a session. */
final class DetachedScenarios extends Scenarios.Family {
    DetachedScenarios() {
        super("detached");
        play("merge-removes-children", DetachedScenarios::mergeRemoves);
        play("merge-new-and-unset", DetachedScenarios::mergeNew);
    }

    private static void mergeRemoves(Stage stage) {
        Session session = stage.open(CascadeScenarios.orphans());
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2')");
        List<Parent> merged = new ArrayList<>();
        stage.shows(() -> {
            Parent given = new Parent(1, "m");
            given.children().add(new Child(2, "kept"));
            merged.add(session.merge(given));
            return stage.entity(merged.get(0));
        });
        stage.step(session::commit);
    }

    private static void mergeNew(Stage stage) {
        Session session = stage.open(Pair.class);
        stage.given("INSERT INTO t (id, a, b) VALUES (1, 1, 2)");
        stage.shows(() -> stage.entity(session.merge(new Pair(1, 5))));
        stage.step(session::flush);
        stage.shows(() -> {
            Pair given = new Pair();
            given.id(1);
            given.b(null);
            return stage.entity(session.merge(given));
        });
        stage.step(session::flush);
        stage.shows(() -> {
            Pair given = new Pair();
            given.a(7);
            return Shown.state(session.merge(given));
        });
        stage.shows(() -> Shown.state(session.merge(new Pair(50, 1))));
        stage.step(session::commit);
    }
}
