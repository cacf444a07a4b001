package io.athanor.tests.conformance.later;

import static io.athanor.orm.Orm.delete;
import static io.athanor.orm.Orm.insert;
import static io.athanor.orm.Orm.update;

import io.athanor.orm.query.Synchronize;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.Update;
import java.util.List;

/** Inserts, updates and deletes of many rows. */
final class Changing {
    private final Steps steps;

    private Changing(Steps steps) {
        this.steps = steps;
    }

    static void addTo(Steps steps) {
        Changing changing = new Changing(steps);
        changing.inserting();
        changing.updating();
        changing.deleting();
    }

    private static Insert names(String... names) {
        return insert(User.class).rows(List.of(names), (row, name) -> row.set(User_.name, name));
    }

    private static Insert fullNames(String... names) {
        List<String[]> pairs = new java.util.ArrayList<>();
        for (int i = 0; i < names.length; i += 2) {
            pairs.add(new String[] {names[i], names[i + 1]});
        }
        return insert(User.class)
                .rows(pairs, (row, pair) -> row.set(User_.name, pair[0]).set(User_.fullname, pair[1]));
    }

    private void inserting() {
        steps.does(86, () -> steps.session.execute(fullNames("b1", "B One", "b2", "B Two")));
        steps.shows(
                87,
                () -> steps.session
                        .scalars(fullNames("b3", "B 3", "b4", "B 4").returning(User_.entity()))
                        .all());
        steps.shows(
                88,
                () -> steps.session
                        .scalars(names("b5", "b6").returning(User_.entity()))
                        .all());
        steps.does(89, () -> {
            steps.session.execute(names("h1"));
            steps.session.execute(fullNames("h2", "H 2"));
            steps.session.execute(names("h3"));
        });
    }

    private static Update named(String fullname, Expression<Boolean> condition) {
        return update(User.class).set(User_.fullname, fullname).where(condition);
    }

    private void updating() {
        steps.does(
                90,
                () -> steps.session.bulkUpdate(
                        User.class,
                        List.of(1, 2),
                        (row, id) -> row.set(User_.id, id).set(User_.fullname, "F" + id)));
        steps.shows(91, () -> steps.session.execute(named("upd", User_.name.in("b1", "b2"))));
        steps.shows(
                92,
                () -> steps.session.execute(named("upd2", User_.name.eq("b1")).options(Synchronize.FETCH)));
        steps.shows(
                93,
                () -> steps.session
                        .scalars(named("upd3", User_.name.eq("b1")).returning(User_.entity()))
                        .all());
    }

    private void deleting() {
        steps.shows(94, () -> steps.session.execute(delete(User.class).where(User_.name.in("b1", "b2"))));
        steps.shows(
                95,
                () -> steps.session.execute(
                        delete(User.class).where(User_.name.eq("b3")).options(Synchronize.FETCH)));
        steps.does(96, () -> steps.session.rollback());
    }
}
