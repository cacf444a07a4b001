package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Things.Named;

/** Deleting what is not loaded, not stored, and not here. */
final class DeleteScenarios extends Scenarios.Family {
    DeleteScenarios() {
        super("delete");
        play("passive-deletes-all", DeleteScenarios::passiveAll);
        play("delete-cascade-unloaded", DeleteScenarios::unloaded);
        play("delete-transient-and-detached", DeleteScenarios::notHere);
    }

    private static final String PARENT = "INSERT INTO parent (id, name) VALUES (1, 'p')";

    private static void passiveAll(Stage stage) {
        Session session = stage.open(FamilyMapping.onDeleteSetNull(children -> children.passiveDeletesAll()));
        stage.given(PARENT, "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2')");
        Parent parent = session.getOne(Parent.class, 1);
        parent.children().forEach(child -> {});
        stage.step(() -> {
            session.delete(parent);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void unloaded(Stage stage) {
        Session session = stage.open(FamilyMapping.of(children -> children.cascade(Cascade.ALL)));
        stage.given(PARENT, "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2'), (3, 1, 'c3')");
        stage.step(() -> {
            session.delete(session.getOne(Parent.class, 1));
            session.commit();
        });
    }

    private static void notHere(Stage stage) {
        Session session = stage.open(Named.class);
        stage.given("INSERT INTO t (id, name) VALUES (1, 'a')", "INSERT INTO t (id, name) VALUES (2, 'b')");
        Named detached = session.getOne(Named.class, 1);
        session.expunge(detached);
        Named pending = new Named("c");
        stage.step(() -> session.delete(new Named("c")));
        stage.step(() -> {
            session.add(pending);
            session.delete(pending);
        });
        stage.shows(() -> {
            session.expunge(pending);
            return Shown.state(pending);
        });
        stage.shows(() -> {
            session.delete(detached);
            session.flush();
            return Shown.state(detached);
        });
        stage.step(() -> {
            session.delete(detached);
            session.flush();
        });
        stage.shows(() -> {
            session.commit();
            return Shown.state(detached);
        });
    }
}
