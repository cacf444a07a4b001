package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.insert;
import static io.athanor.orm.Orm.update;
import static io.athanor.sql.Sql.select;

import io.athanor.engine.dialect.Capability;
import io.athanor.orm.query.ExecutionOption;
import io.athanor.orm.session.Session;
import io.athanor.sql.tree.Update;
import io.athanor.tests.scenario.Things.Pair;
import java.util.List;

/** Many rows by one call. */
final class BulkScenarios extends Scenarios.Family {
    BulkScenarios() {
        super("bulk");
        play("by-primary-key-and-returning", BulkScenarios::byKey);
    }

    private static void byKey(Stage stage) {
        Session session = stage.open(Pair.class);
        stage.given("INSERT INTO t (id, a, b) VALUES (1, 1, NULL), (2, 2, NULL), (3, 3, NULL)");
        Pair first = session.getOne(Pair.class, 1);
        stage.shows(() -> {
            Pair second = new Pair(2, 20);
            second.b(1);
            session.bulkUpdate(Pair.class, List.of(new Pair(1, 10), second), (row, pair) -> {
                row.set(Pair_.id, pair.id()).set(Pair_.a, pair.a());
                if (pair.b() != null) {
                    row.set(Pair_.b, pair.b());
                }
            });
            return first.a();
        });
        stage.step(() -> session.bulkUpdate(
                Pair.class, List.of(99), (row, id) -> row.set(Pair_.id, id).set(Pair_.a, 1)));
        stage.shows(() -> {
            Pair changed = changed(stage, session);
            return List.of(changed.a(), first.a());
        });
        inserting(stage, session, first);
    }

    /** What the database returns, or else what is there. */
    private static Pair changed(Stage stage, Session session) {
        Update change = update(Pair.class).set(Pair_.a, 555).where(Pair_.id.eq(1));
        if (stage.engine().dialect().capabilities().has(Capability.UPDATE_RETURNING)) {
            return session.execute(change.returning(Pair_.entity())).one();
        }
        session.execute(change);
        return session.getOne(Pair.class, 1);
    }

    private static void inserting(Stage stage, Session session, Pair first) {
        stage.shows(() -> stage.shown()
                .entities(session.execute(insert(Pair.class)
                                .rows(List.of(1, 2), (row, a) -> row.set(Pair_.a, a))
                                .returning(Pair_.entity()))
                        .all()));
        stage.shows(() -> stage.shown()
                .entities(session.execute(insert(Pair.class)
                                .rows(
                                        List.of(new Pair(1, 1000), new Pair(50, 50)),
                                        (row, pair) ->
                                                row.set(Pair_.id, pair.id()).set(Pair_.a, pair.a()))
                                .onConflict(Pair_.id)
                                .doUpdate(Pair_.a)
                                .options(ExecutionOption.POPULATE_EXISTING)
                                .returning(Pair_.entity()))
                        .all()));
        stage.shows(first::a);
        stage.step(() -> session.execute(
                insert(Pair.class).columns(Pair_.a).from(select(Pair_.b).where(Pair_.b.isNotNull()))));
        stage.step(session::commit);
    }
}
