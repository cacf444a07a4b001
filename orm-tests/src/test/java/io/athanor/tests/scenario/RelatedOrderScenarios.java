package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import java.util.List;

/** In which order the rows of related objects are written. */
final class RelatedOrderScenarios extends Scenarios.Family {
    RelatedOrderScenarios() {
        super("flush-order");
        play("parent-with-children-insert", RelatedOrderScenarios::parentWithChildren);
        play("child-added-first", RelatedOrderScenarios::childFirst);
        play("delete-child-and-parent", RelatedOrderScenarios::deleteBoth);
    }

    private static void parentWithChildren(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.step(() -> {
            Parent parent = new Parent("p");
            parent.children().addAll(List.of(new Child("c1"), new Child("c2")));
            session.add(parent);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void childFirst(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.step(() -> {
            Child child = new Child("c");
            Parent parent = new Parent("p");
            session.add(child);
            session.add(parent);
            child.parent(parent);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void deleteBoth(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2')");
        Parent parent = session.getOne(Parent.class, 1);
        List<Child> children = List.copyOf(parent.children());
        stage.step(() -> {
            session.delete(parent);
            children.forEach(session::delete);
            session.flush();
        });
        stage.step(session::commit);
    }

    /** Deleting what is not loaded, and trees. */
    static final class Deleting extends Scenarios.Family {
        Deleting() {
            super("delete");
            play("delete-cascade-unloaded", Deleting::unloaded);
        }

        private static void unloaded(Stage stage) {
            Session session = stage.open(FamilyMapping.of(children -> children.cascade(Cascade.ALL)));
            stage.given(
                    "INSERT INTO parent (id, name) VALUES (1, 'p')",
                    "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2'), (3, 1, 'c3')");
            stage.step(() -> {
                session.delete(session.getOne(Parent.class, 1));
                session.commit();
            });
        }
    }
}
