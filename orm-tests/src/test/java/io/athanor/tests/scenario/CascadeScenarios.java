package io.athanor.tests.scenario;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import java.util.ArrayList;
import java.util.List;

/** What is written, and deleted, because of what it is related to. */
final class CascadeScenarios extends Scenarios.Family {
    CascadeScenarios() {
        super("cascade");
        play("save-update-append", CascadeScenarios::append);
        play("backref-does-not-cascade", CascadeScenarios::otherSide);
        play("delete-orphan-remove", CascadeScenarios::removeOrphans);
        play("delete-orphan-child-parent-none", CascadeScenarios::noParent);
        play("delete-orphan-move", CascadeScenarios::move);
        play("delete-orphan-pending-removed", CascadeScenarios::pendingRemoved);
        play("delete-orphan-without-parent", CascadeScenarios::withoutParent);
        play("viewonly", CascadeScenarios::viewOnly);
    }

    static Registry orphans() {
        return FamilyMapping.of(children -> children.cascade(Cascade.ALL, Cascade.DELETE_ORPHAN));
    }

    private static void append(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given("INSERT INTO parent (id, name) VALUES (1, 'p1')");
        Parent parent = session.getOne(Parent.class, 1);
        stage.shows(() -> {
            Child child = new Child("n");
            parent.children().add(child);
            return Shown.state(child);
        });
        stage.step(session::commit);
    }

    private static void otherSide(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given("INSERT INTO parent (id, name) VALUES (1, 'p1')");
        Parent parent = session.getOne(Parent.class, 1);
        stage.shows(() -> {
            Child child = new Child("n");
            child.parent(parent);
            return Shown.state(child);
        });
        stage.step(session::flush);
        stage.step(session::commit);
    }

    private static void removeOrphans(Stage stage) {
        Session session = stage.open(orphans());
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2'), (3, 1, 'c3')");
        Parent parent = session.getOne(Parent.class, 1);
        stage.step(() -> {
            parent.children().remove(1);
            session.flush();
        });
        stage.step(() -> {
            parent.children(new ArrayList<>());
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void noParent(Stage stage) {
        Session session = stage.open(orphans());
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2')");
        Child first = session.getOne(Child.class, 1);
        Child second = session.getOne(Child.class, 2);
        stage.step(() -> {
            first.parent(null);
            session.flush();
        });
        second.parent();
        stage.step(() -> {
            second.parent(null);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void move(Stage stage) {
        Session session = stage.open(orphans());
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1'), (2, 'p2')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 2, 'c2')");
        Parent first = session.getOne(Parent.class, 1);
        Parent second = session.getOne(Parent.class, 2);
        stage.step(() -> {
            List<Child> there = second.children();
            there.forEach(each -> {});
            there.add(first.children().get(0));
            session.flush();
        });
        stage.shows(() -> List.of(first.children().size(), second.children().size()));
        stage.step(session::commit);
    }

    private static void pendingRemoved(Stage stage) {
        Session session = stage.open(orphans());
        stage.given("INSERT INTO parent (id, name) VALUES (1, 'p1')");
        Parent parent = session.getOne(Parent.class, 1);
        stage.shows(() -> {
            Child child = new Child("n");
            parent.children().add(child);
            parent.children().remove(child);
            session.flush();
            return Shown.state(child);
        });
        stage.step(session::commit);
    }

    private static void withoutParent(Stage stage) {
        Session session = stage.open(orphans());
        stage.step(() -> {
            session.add(new Child("x"));
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void viewOnly(Stage stage) {
        Session session = stage.open(FamilyMapping.of(children -> children.viewOnly()));
        stage.given("INSERT INTO parent (id, name) VALUES (1, 'p1')");
        Parent parent = session.getOne(Parent.class, 1);
        stage.shows(() -> {
            Child child = new Child("n");
            parent.children().add(child);
            session.flush();
            return Shown.state(child);
        });
        stage.step(session::commit);
    }
}
