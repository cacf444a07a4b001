package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Singles.Half;
import io.athanor.tests.scenario.Singles.Whole;
import java.util.ArrayList;
import java.util.List;

/** How both sides of a relationship are kept in step. */
final class BackrefScenarios extends Scenarios.Family {
    BackrefScenarios() {
        super("backref");
        play("append-remove-set", BackrefScenarios::appendRemoveSet);
        play("append-twice", BackrefScenarios::appendTwice);
        play("unloaded-collection-queue", BackrefScenarios::queue);
        play("unloaded-append-loads", BackrefScenarios::unloadedAppend);
        play("set-scalar-loads-old-value-not", BackrefScenarios::setReference);
        play("one-to-one-replace", BackrefScenarios::replaceSingle);
        play("one-to-one-delete-orphan", BackrefScenarios::replaceOrphan);
        play("wrong-type", BackrefScenarios::wrongType);
    }

    private static void appendRemoveSet(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        Parent first = new Parent("1");
        Parent second = new Parent("2");
        Child child = new Child("c");
        stage.shows(() -> {
            first.children().add(child);
            return child.parent() == first;
        });
        stage.shows(() -> {
            child.parent(second);
            return List.of(first.children().size(), second.children().size());
        });
        stage.shows(() -> {
            second.children().remove(child);
            return child.parent();
        });
        stage.shows(() -> {
            first.children(new ArrayList<>(List.of(child)));
            second.children(new ArrayList<>(List.of(child)));
            return List.of(first.children().size(), second.children().size(), child.parent() == second);
        });
        stage.step(() -> {
            session.addAll(List.of(first, second));
            session.commit();
        });
    }

    private static void appendTwice(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        Parent parent = new Parent("1");
        stage.shows(() -> {
            Child child = new Child("c");
            parent.children().add(child);
            parent.children().add(child);
            return parent.children().size();
        });
        stage.shows(() -> {
            session.add(parent);
            session.commit();
            parent.name();
            return parent.children().size();
        });
    }

    private static final String[] PARENT_WITH_TWO = {
        "INSERT INTO parent (id, name) VALUES (1, 'p1')",
        "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2')"
    };

    private static void queue(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given(PARENT_WITH_TWO);
        Parent parent = session.getOne(Parent.class, 1);
        Child child = new Child("n");
        stage.step(() -> child.parent(parent));
        stage.shows(() -> {
            session.add(child);
            return parent.children().stream().map(Child::name).toList();
        });
        stage.step(session::commit);
    }

    private static void unloadedAppend(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given(PARENT_WITH_TWO);
        Parent parent = session.getOne(Parent.class, 1);
        stage.step(() -> parent.children().add(new Child("n")));
        stage.step(session::commit);
    }

    private static void setReference(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1'), (2, 'p2')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 2, 'c2')");
        Child child = session.getOne(Child.class, 1);
        Parent second = session.getOne(Parent.class, 2);
        stage.step(() -> child.parent(second));
        stage.shows(() -> {
            var history = io.athanor.orm.Orm.inspect(child).history(Child_.parent);
            return List.of(history.added().size(), history.removed().size());
        });
        stage.step(session::commit);
    }

    private static final String[] WHOLE_WITH_HALF = {
        "INSERT INTO a (id) VALUES (1)", "INSERT INTO b (id, a_id, name) VALUES (1, 1, 'one')"
    };

    private static void replaceSingle(Stage stage) {
        Session session = stage.open(Whole.class, Half.class);
        stage.given(WHOLE_WITH_HALF);
        Whole whole = session.getOne(Whole.class, 1);
        stage.step(() -> whole.b(new Half("two")));
        stage.step(session::flush);
        stage.step(() -> {
            whole.b(null);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void replaceOrphan(Stage stage) {
        Session session = stage.open(Singles.mapped(half -> half.cascade(Cascade.ALL, Cascade.DELETE_ORPHAN)));
        stage.given(WHOLE_WITH_HALF);
        Whole whole = session.getOne(Whole.class, 1);
        stage.step(() -> {
            whole.b(new Half("two"));
            session.flush();
        });
        stage.step(session::rollback);
        stage.step(() -> {
            whole.b(null);
            session.flush();
            whole.b(new Half("two"));
            session.commit();
        });
    }

    @SuppressWarnings("unchecked")
    private static void wrongType(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        Parent parent = new Parent("1");
        session.add(parent);
        stage.step(() -> ((List<Object>) (List<?>) parent.children()).add("text"));
        stage.step(() -> parent.children(null));
        stage.step(() -> {
            Object other = new Child("other");
            Child child = new Child("c");
            child.parent((Parent) other);
            session.add(child);
            session.flush();
        });
        stage.step(session::rollback);
    }
}
