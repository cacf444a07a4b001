package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.makeTransient;
import static io.athanor.orm.Orm.makeTransientToDetached;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Things.Pair;
import io.athanor.tests.scenario.Things.Single;
import java.util.ArrayList;
import java.util.List;

/** What comes back to a session. */
final class DetachedScenarios extends Scenarios.Family {
    DetachedScenarios() {
        super("detached");
        play("merge-removes-children", DetachedScenarios::mergeRemoves);
        play("merge-new-and-unset", DetachedScenarios::mergeNew);
        play("errors", DetachedScenarios::errors);
        play("merge-detached-changes", DetachedScenarios::mergeChanges);
        play("merge-load-false", DetachedScenarios::mergeUnloaded);
        play("make-transient", DetachedScenarios::makeNew);
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

    private static void errors(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1')");
        Parent detached = session.getOne(Parent.class, 1);
        session.expunge(detached);
        stage.shows(detached::name);
        stage.step(() -> Shown.read(detached.children()));
        Parent expired = session.getOne(Parent.class, 1);
        session.expire(expired);
        session.expunge(expired);
        stage.step(expired::name);
        Parent held = session.getOne(Parent.class, 1);
        Session other = stage.another();
        stage.step(() -> other.add(held));
        stage.shows(() -> Session.objectSession(held).orElseThrow() == session);
        stage.step(() -> other.refresh(held));
    }

    private static void mergeChanges(Stage stage) {
        Session session = stage.open(FamilyMapping.of(children -> children.cascade(Cascade.ALL)));
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2')");
        Parent given = session.getOne(Parent.class, 1);
        Shown.read(given.children());
        session.expunge(given);
        given.name("changed");
        given.children().get(0).name("cc");
        given.children().add(new Child("new"));
        List<Parent> merged = new ArrayList<>();
        stage.shows(() -> {
            merged.add(session.merge(given));
            return stage.entity(merged.get(0));
        });
        stage.shows(() -> List.of(
                merged.get(0) == given,
                Shown.state(given),
                Shown.states(merged.get(0).children().toArray())));
        stage.step(session::commit);
    }

    private static void mergeUnloaded(Stage stage) {
        Session before = stage.open(Single.class);
        stage.given("INSERT INTO t (id, a) VALUES (1, 1)");
        Single given = before.getOne(Single.class, 1);
        before.close();
        Session session = stage.another();
        List<Single> merged = new ArrayList<>();
        stage.shows(() -> {
            merged.add(session.mergeWithoutLoading(given));
            return stage.entity(merged.get(0));
        });
        session.expunge(merged.get(0));
        given.a(5);
        stage.step(() -> session.mergeWithoutLoading(given));
    }

    private static void makeNew(Stage stage) {
        Session session = stage.open(Single.class);
        stage.given("INSERT INTO t (id, a) VALUES (1, 1)");
        Single copy = session.getOne(Single.class, 1);
        stage.shows(() -> {
            makeTransient(copy);
            copy.id(null);
            session.add(copy);
            session.flush();
            return copy.id();
        });
        stage.shows(() -> {
            Single known = new Single();
            known.id(1);
            makeTransientToDetached(known, stage.registry().mapper(Single.class));
            session.add(known);
            return known.a();
        });
        stage.step(session::commit);
    }
}
