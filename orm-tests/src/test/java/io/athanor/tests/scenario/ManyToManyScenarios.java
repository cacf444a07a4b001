package io.athanor.tests.scenario;

import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Details.Master;
import io.athanor.tests.scenario.Links.Left;
import io.athanor.tests.scenario.Links.Right;
import java.util.ArrayList;
import java.util.List;

/** Rows between two tables. */
final class ManyToManyScenarios extends Scenarios.Family {
    ManyToManyScenarios() {
        super("many-to-many");
        play("add-remove", ManyToManyScenarios::addRemove);
        play("delete-either-side", ManyToManyScenarios::deleteEitherSide);
        play("both-sides-added-once", ManyToManyScenarios::bothSides);
        play("association-row-missing", ManyToManyScenarios::rowMissing);
        play("pk-fk-null-out-error", ManyToManyScenarios::keyBlankedOut);
    }

    private static void addRemove(Stage stage) {
        Session session = stage.open(Left.class, Right.class);
        Left left = new Left("a");
        List<Right> rights = List.of(new Right("1"), new Right("2"), new Right("3"));
        stage.step(() -> {
            left.rights().addAll(rights);
            session.add(left);
            session.flush();
        });
        stage.step(() -> {
            left.rights().remove(rights.get(1));
            session.flush();
        });
        stage.shows(() -> List.of(left.rights().size(), rights.get(1).lefts().size()));
        stage.step(() -> {
            left.rights(new ArrayList<>(List.of(rights.get(1), rights.get(0))));
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void deleteEitherSide(Stage stage) {
        Session session = stage.open(Left.class, Right.class);
        stage.given(
                "INSERT INTO a (id, name) VALUES (1, 'x'), (2, 'y')",
                "INSERT INTO b (id, name) VALUES (1, '1'), (2, '2')",
                "INSERT INTO ab (a_id, b_id) VALUES (1, 1), (1, 2), (2, 1)");
        stage.step(() -> {
            session.delete(session.getOne(Left.class, 1));
            session.commit();
        });
        stage.step(() -> {
            session.delete(session.getOne(Right.class, 1));
            session.commit();
        });
    }

    private static void rowMissing(Stage stage) {
        Session session = stage.open(Left.class, Right.class);
        stage.given(
                "INSERT INTO a (id) VALUES (1)",
                "INSERT INTO b (id) VALUES (1)",
                "INSERT INTO ab (a_id, b_id) VALUES (1, 1)");
        Left left = session.getOne(Left.class, 1);
        left.rights().forEach(each -> {});
        session.connection().run(io.athanor.sql.Sql.text("DELETE FROM ab"));
        stage.step(() -> {
            left.rights().remove(0);
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void bothSides(Stage stage) {
        Session session = stage.open(Left.class, Right.class);
        stage.step(() -> {
            Left left = new Left("a");
            Right right = new Right("b");
            left.rights().add(right);
            right.lefts().add(left);
            session.add(left);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void keyBlankedOut(Stage stage) {
        Session session = stage.open(Details.mapped());
        stage.given("INSERT INTO p (id) VALUES (1)", "INSERT INTO d (p_id, n) VALUES (1, 1)");
        stage.step(() -> {
            session.getOne(Master.class, 1).details().remove(0);
            session.flush();
        });
        stage.step(session::rollback);
    }
}
