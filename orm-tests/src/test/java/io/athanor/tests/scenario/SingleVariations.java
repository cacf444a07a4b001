package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Singles.Half;
import io.athanor.tests.scenario.Singles.Whole;
import java.util.List;

/** Single objects that change hands. */
final class SingleVariations extends Scenarios.Family {
    SingleVariations() {
        super("backref");
        play("one-to-one-taken", SingleVariations::taken);
        play("one-to-one-other-side", SingleVariations::fromTheOtherSide);
        play("one-to-one-orphan-replaced", SingleVariations::replaceOrphan);
        playIn("identity", "pk-change-one-to-one", SingleVariations::changeKey);
    }

    private static final String[] TWO = {
        "INSERT INTO a (id) VALUES (1), (2)", "INSERT INTO b (id, a_id, name) VALUES (1, 1, 'one'), (2, NULL, 'two')"
    };

    private static void taken(Stage stage) {
        Session session = stage.open(Whole.class, Half.class);
        stage.given(TWO);
        Whole first = session.getOne(Whole.class, 1);
        Whole second = session.getOne(Whole.class, 2);
        Half half = first.b();
        stage.step(() -> {
            second.b(half);
            session.flush();
        });
        stage.shows(() -> {
            session.delete(second);
            session.flush();
            return half.aId();
        });
        stage.step(session::commit);
    }

    private static void fromTheOtherSide(Stage stage) {
        Session session = stage.open(Whole.class, Half.class);
        stage.given(TWO);
        Whole first = session.getOne(Whole.class, 1);
        Half second = session.getOne(Half.class, 2);
        stage.step(() -> {
            second.a(first);
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void replaceOrphan(Stage stage) {
        Session session = stage.open(Singles.unreferenced(half -> half.cascade(Cascade.ALL, Cascade.DELETE_ORPHAN)));
        stage.given(TWO);
        Whole whole = session.getOne(Whole.class, 1);
        Half old = whole.b();
        stage.shows(() -> {
            whole.b(new Half("new"));
            session.flush();
            return Shown.state(old);
        });
        stage.step(session::commit);
    }

    private static void changeKey(Stage stage) {
        Session session = stage.open(Singles.unreferenced(half -> half.passiveUpdates(false)));
        stage.given(TWO);
        Whole whole = session.getOne(Whole.class, 1);
        stage.step(() -> {
            whole.id(100);
            session.flush();
        });
        stage.shows(() -> List.of(whole.b().id(), whole.b().aId()));
        stage.step(session::commit);
    }
}
