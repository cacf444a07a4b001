package io.athanor.tests.scenario;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import java.util.ArrayList;
import java.util.List;

/** Parents and children between whom much happens within one flush. */
final class FamilyVariations extends Scenarios.Family {
    FamilyVariations() {
        super("flush-order");
        play("move-between-parents", FamilyVariations::move);
        play("replace-with-others-members", FamilyVariations::replace);
        play("row-switch-of-child", FamilyVariations::childTakesRow);
        play("row-switch-of-parent", FamilyVariations::parentTakesRow);
        play("move-away-and-delete-parent", stage -> moveAway(stage, orphans()));
        play("move-away-and-delete-parent-plain", stage -> moveAway(stage, plain()));
        play("all-at-once", FamilyVariations::allAtOnce);
        playIn("cascade", "delete-orphan-after-flush", FamilyVariations::orphanAfterFlush);
        playIn("cascade", "delete-orphan-back-again", FamilyVariations::backAgain);
        playIn("cascade", "removed-then-parent-deleted", stage -> removedThenDeleted(stage, owned()));
        playIn("cascade", "removed-then-parent-deleted-orphan", stage -> removedThenDeleted(stage, orphans()));
        playIn("cascade", "added-then-parent-deleted", stage -> addedThenDeleted(stage, owned()));
        playIn("cascade", "added-then-parent-deleted-plain", stage -> addedThenDeleted(stage, plain()));
        playIn("delete", "passive-deletes-unloaded", FamilyVariations::passiveUnloaded);
        playIn("delete", "passive-deletes-loaded", FamilyVariations::passiveLoaded);
        playIn("delete", "taken-back", FamilyVariations::takeBack);
        playIn("delete", "parent-of-one-let-go", FamilyVariations::letGoAndDelete);
        play("no-net-change-and-key-by-hand", FamilyVariations::keyByHand);
    }

    private static Registry plain() {
        return FamilyMapping.of(children -> {});
    }

    private static Registry owned() {
        return FamilyMapping.of(children -> children.cascade(Cascade.ALL));
    }

    private static Registry orphans() {
        return FamilyMapping.of(children -> children.cascade(Cascade.ALL, Cascade.DELETE_ORPHAN));
    }

    private static Session open(Stage stage, Registry mapped) {
        Session session = stage.open(mapped);
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1'), (2, 'p2')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2'), (3, 2, 'c3')");
        return session;
    }

    /** A parent whose children are loaded. */
    private static Parent loaded(Session session, int id) {
        Parent parent = session.getOne(Parent.class, id);
        Shown.read(parent.children());
        return parent;
    }

    private static void move(Stage stage) {
        Session session = open(stage, plain());
        Parent first = loaded(session, 1);
        Parent second = loaded(session, 2);
        Child child = first.children().get(0);
        stage.step(() -> {
            first.children().remove(child);
            second.children().add(child);
            session.flush();
        });
        stage.shows(child::parentId);
        stage.step(session::commit);
    }

    private static void replace(Stage stage) {
        Session session = open(stage, plain());
        Parent first = loaded(session, 1);
        Parent second = loaded(session, 2);
        stage.step(() -> {
            second.children(new ArrayList<>(first.children()));
            session.flush();
        });
        stage.shows(() -> List.of(first.children().size(), second.children().size()));
        stage.step(session::commit);
    }

    private static void childTakesRow(Stage stage) {
        Session session = open(stage, plain());
        Parent parent = loaded(session, 1);
        Child old = parent.children().get(0);
        stage.step(() -> {
            session.delete(old);
            Child fresh = new Child(1, "new");
            fresh.parent(parent);
            session.add(fresh);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void parentTakesRow(Stage stage) {
        Session session = open(stage, owned());
        Parent old = loaded(session, 1);
        stage.step(() -> {
            session.delete(old);
            Parent fresh = new Parent(1, "new");
            fresh.children().add(new Child("x"));
            session.add(fresh);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void moveAway(Stage stage, Registry mapped) {
        Session session = open(stage, mapped);
        Parent first = session.getOne(Parent.class, 1);
        Parent second = session.getOne(Parent.class, 2);
        stage.step(() -> {
            first.children().get(0).parent(second);
            session.delete(first);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void allAtOnce(Stage stage) {
        Session session = open(stage, plain());
        Parent first = session.getOne(Parent.class, 1);
        stage.step(() -> {
            Parent fresh = new Parent("p3");
            fresh.children(new ArrayList<>(List.of(first.children().get(0), new Child("n"))));
            session.add(fresh);
            first.name("x");
            session.delete(session.getOne(Child.class, 3));
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void orphanAfterFlush(Stage stage) {
        Session session = open(stage, orphans());
        Parent parent = loaded(session, 1);
        stage.shows(() -> {
            Child child = new Child("n");
            parent.children().add(child);
            session.flush();
            parent.children().remove(child);
            session.flush();
            return Shown.state(child);
        });
        stage.step(session::commit);
    }

    private static void backAgain(Stage stage) {
        Session session = open(stage, orphans());
        Parent parent = session.getOne(Parent.class, 1);
        stage.shows(() -> {
            Child child = parent.children().get(0);
            parent.children().remove(child);
            parent.children().add(child);
            session.flush();
            return Shown.state(child);
        });
        stage.step(session::commit);
    }

    private static void removedThenDeleted(Stage stage, Registry mapped) {
        Session session = open(stage, mapped);
        Parent parent = session.getOne(Parent.class, 1);
        stage.shows(() -> {
            Child child = parent.children().get(0);
            parent.children().remove(child);
            session.delete(parent);
            session.flush();
            return Shown.state(child);
        });
        stage.step(session::commit);
    }

    private static void addedThenDeleted(Stage stage, Registry mapped) {
        Session session = open(stage, mapped);
        Parent parent = loaded(session, 1);
        stage.shows(() -> {
            Child child = new Child("n");
            parent.children().add(child);
            session.delete(parent);
            session.flush();
            return Shown.state(child);
        });
        stage.step(session::commit);
    }

    private static Registry passive() {
        return FamilyMapping.onDeleteCascade(
                children -> children.cascade(Cascade.ALL).passiveDeletes());
    }

    private static void passiveUnloaded(Stage stage) {
        Session session = open(stage, passive());
        Parent parent = session.getOne(Parent.class, 1);
        Child child = session.getOne(Child.class, 1);
        stage.shows(() -> {
            session.delete(parent);
            session.flush();
            return Shown.state(child);
        });
        stage.step(session::commit);
    }

    private static void passiveLoaded(Stage stage) {
        Session session = open(stage, passive());
        Parent parent = loaded(session, 1);
        stage.step(() -> {
            session.delete(parent);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void takeBack(Stage stage) {
        Session session = open(stage, plain());
        Child child = loaded(session, 1).children().get(0);
        stage.shows(() -> {
            session.delete(child);
            session.add(child);
            child.name("x");
            session.flush();
            return Shown.state(child);
        });
        stage.step(session::commit);
    }

    private static void letGoAndDelete(Stage stage) {
        Session session = open(stage, plain());
        Parent parent = loaded(session, 1);
        List<Child> children = List.copyOf(parent.children());
        stage.shows(() -> {
            children.get(0).parent(null);
            session.delete(parent);
            session.flush();
            return children.stream().map(Child::parentId).toList();
        });
        stage.step(session::commit);
    }

    private static void keyByHand(Stage stage) {
        Session session = open(stage, plain());
        Parent parent = loaded(session, 1);
        Child first = parent.children().get(0);
        Child second = parent.children().get(1);
        stage.shows(() -> {
            first.name("x");
            first.name("c1");
            second.parentId(2);
            session.flush();
            return session.dirty().size();
        });
        stage.step(session::commit);
        stage.shows(() -> {
            parent.name();
            return List.of(parent.children().size(), second.parent().name());
        });
    }
}
