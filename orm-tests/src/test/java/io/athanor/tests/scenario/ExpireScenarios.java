package io.athanor.tests.scenario;

import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Things.Pair;
import io.athanor.tests.scenario.Things.Single;

/** What is loaded anew. */
final class ExpireScenarios extends Scenarios.Family {
    ExpireScenarios() {
        super("expire");
        play("expire-and-refresh", ExpireScenarios::expireAndRefresh);
        play("object-deleted", ExpireScenarios::objectDeleted);
    }

    private static void expireAndRefresh(Stage stage) {
        Session session = stage.open(Pair.class);
        stage.given("INSERT INTO t (id, a, b) VALUES (1, 1, 2)");
        Pair pair = session.getOne(Pair.class, 1);
        stage.shows(() -> {
            session.expire(pair);
            return pair.a();
        });
        stage.shows(() -> {
            session.expire(pair, Pair_.a);
            pair.b();
            return pair.a();
        });
        stage.shows(() -> {
            session.expire(pair, Pair_.a, Pair_.b);
            return pair.a();
        });
        stage.step(() -> session.refresh(pair, Pair_.b));
        stage.shows(() -> {
            pair.a(99);
            session.expire(pair);
            return pair.a();
        });
        stage.shows(() -> {
            pair.a(99);
            session.refresh(pair);
            return pair.a();
        });
        stage.step(() -> session.refresh(pair));
        unknownInstances(stage, session);
        stage.step(session::rollback);
    }

    private static void unknownInstances(Stage stage, Session session) {
        stage.step(() -> {
            Pair pending = new Pair();
            session.add(pending);
            try {
                session.expire(pending);
            } finally {
                session.expunge(pending);
            }
        });
        stage.step(() -> session.refresh(new Pair()));
    }

    private static void objectDeleted(Stage stage) {
        Session session = stage.open(Single.class);
        stage.given("INSERT INTO t (id, a) VALUES (1, 1)");
        Single single = session.getOne(Single.class, 1);
        session.commit();
        stage.given("DELETE FROM t");
        stage.step(single::a);
        stage.step(() -> session.refresh(single));
        stage.step(session::commit);
    }
}
