package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.populateExisting;

import io.athanor.orm.session.Session;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Things.Compound;
import io.athanor.tests.scenario.Things.Lettered;
import io.athanor.tests.scenario.Things.Named;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One row, one instance. */
final class IdentityScenarios extends Scenarios.Family {
    IdentityScenarios() {
        super("identity");
        play("pk-change", IdentityScenarios::changedKey);
        play("null-pk", IdentityScenarios::nullKey);
        play("pk-conflict-in-session", IdentityScenarios::conflict);
        play("weak-identity-map", IdentityScenarios::weakMap);
        play("get-semantics", IdentityScenarios::get);
    }

    private static void changedKey(Stage stage) {
        Session session = stage.open(FamilyMapping.unreferenced(children -> children.passiveUpdates(false)));
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2')");
        Parent parent = session.getOne(Parent.class, 1);
        stage.step(() -> {
            parent.id(100);
            session.flush();
        });
        stage.shows(() -> Arrays.asList(
                session.getOne(Parent.class, 100) == parent,
                session.get(Parent.class, 1).orElse(null)));
        stage.shows(() -> {
            session.rollback();
            return parent.id();
        });
    }

    private static void nullKey(Stage stage) {
        Session session = stage.open(Lettered.class);
        stage.step(() -> {
            session.add(new Lettered("x"));
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void conflict(Stage stage) {
        Session session = stage.open(Named.class);
        stage.given("INSERT INTO t (id, name) VALUES (1, 'a')");
        Named detached = session.getOne(Named.class, 1);
        session.expunge(detached);
        Named persistent = session.getOne(Named.class, 1);
        stage.step(() -> {
            session.add(new Named(1, "dup"));
            session.flush();
        });
        stage.step(session::rollback);
        persistent.name();
        stage.step(() -> session.add(detached));
        stage.step(() -> {
            Named first = new Named();
            Named second = new Named();
            first.id(7);
            second.id(7);
            session.addAll(List.of(first, second, persistent));
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void weakMap(Stage stage) {
        Session session = stage.open(Named.class);
        stage.given("INSERT INTO t (id, name) VALUES (1, 'a')", "INSERT INTO t (id, name) VALUES (2, 'b')");
        List<WeakReference<Named>> references = new ArrayList<>();
        stage.step(() -> references.add(new WeakReference<>(session.getOne(Named.class, 1))));
        stage.shows(() -> held(references.get(0), 100));
        stage.shows(() -> {
            references.add(changed(session));
            return held(references.get(1), 3);
        });
        stage.step(session::commit);
    }

    private static WeakReference<Named> changed(Session session) {
        Named named = session.getOne(Named.class, 2);
        named.name("zz");
        return new WeakReference<>(named);
    }

    /** How many instances are held after garbage was collected some times: often, if it is to go, for one may not do. */
    private static int held(WeakReference<Named> reference, int collections) throws InterruptedException {
        for (int i = 0; i < collections && !reference.refersTo(null); i++) {
            System.gc();
            Thread.sleep(5);
        }
        return reference.refersTo(null) ? 0 : 1;
    }

    private static void get(Stage stage) {
        Session session = stage.open(Named.class, Compound.class);
        stage.given("INSERT INTO t (id, name) VALUES (1, 'a')", "INSERT INTO k (a, b, n) VALUES (1, 2, 'k')");
        List<Object> held = new ArrayList<>();
        stage.shows(() -> {
            held.add(session.getOne(Named.class, 1));
            return stage.entity(held.get(0));
        });
        stage.shows(() -> stage.entity(session.getOne(Named.class, 1)));
        stage.shows(() -> session.get(Named.class, 5).orElse(null));
        stage.shows(() -> session.get(Named.class, 5).orElse(null));
        stage.step(() -> session.getOne(Named.class, 5));
        stage.shows(() -> session.get(Named.class, null).orElse(null));
        stage.shows(() -> {
            held.add(session.getOne(Compound.class, List.of(1, 2)));
            return stage.entity(held.get(1));
        });
        stage.shows(() -> stage.entity(session.getOne(Compound.class, Map.of("a", 1, "b", 2))));
        stage.step(() -> session.get(Compound.class, List.of(1)));
        stage.shows(() -> stage.entity(session.getOne(Named.class, 1, populateExisting())));
        stage.shows(() -> stage.entity(session.getOne(Named.class, 1, ForUpdate.UPDATE)));
        stage.shows(() -> session.getOne(Named.class, "1") == held.get(0));
        getAnew(stage, session);
    }

    private static void getAnew(Stage stage, Session session) {
        stage.shows(() -> {
            Named pending = new Named(9, "pending");
            session.add(pending);
            return session.getOne(Named.class, 9) == pending;
        });
        Named stored = session.getOne(Named.class, 1);
        stage.shows(() -> {
            session.expire(stored);
            return session.getOne(Named.class, 1).name();
        });
        stage.shows(() -> {
            session.commit();
            stage.meanwhile("DELETE FROM t WHERE id = 1");
            return session.get(Named.class, 1).orElse(null);
        });
    }
}
