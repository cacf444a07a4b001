package io.athanor.tests.scenario;

import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Levels.Centre;
import io.athanor.tests.scenario.Levels.Lower;
import io.athanor.tests.scenario.Levels.Upper;
import java.util.List;

/** In which order the rows of related objects are written. */
final class RelatedOrderScenarios extends Scenarios.Family {
    RelatedOrderScenarios() {
        super("flush-order");
        play("parent-with-children-insert", RelatedOrderScenarios::parentWithChildren);
        play("child-added-first", RelatedOrderScenarios::childFirst);
        play("delete-child-and-parent", RelatedOrderScenarios::deleteBoth);
        play("three-level-insert-and-delete", RelatedOrderScenarios::threeLevels);
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

    private static void threeLevels(Stage stage) {
        Session session = stage.open(Upper.class, Centre.class, Lower.class);
        Upper upper = new Upper(new Centre(new Lower(), new Lower()), new Centre(new Lower()));
        stage.step(() -> {
            session.add(upper);
            session.commit();
        });
        stage.step(() -> {
            session.delete(upper);
            session.commit();
        });
    }
}
