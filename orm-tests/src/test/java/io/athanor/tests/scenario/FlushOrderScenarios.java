package io.athanor.tests.scenario;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;

import io.athanor.orm.session.Session;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.Json;
import io.athanor.tests.scenario.Things.Abc;
import io.athanor.tests.scenario.Things.Coded;
import io.athanor.tests.scenario.Things.Counted;
import io.athanor.tests.scenario.Things.Kept;
import io.athanor.tests.scenario.Things.Noted;
import io.athanor.tests.scenario.Things.Pair;
import io.athanor.tests.scenario.Things.Zed;
import java.util.List;

/** In which order rows are written. */
final class FlushOrderScenarios extends Scenarios.Family {
    FlushOrderScenarios() {
        super("flush-order");
        play("unrelated-tables-order", FlushOrderScenarios::unrelatedTables);
        play("updates-of-different-columns", FlushOrderScenarios::differentColumns);
        play("unique-swap-insert-before-delete", FlushOrderScenarios::uniqueSwap);
        play("row-switch", FlushOrderScenarios::rowSwitch);
        play("sql-expression-assignment", FlushOrderScenarios::computed);
        play("mutable-json", FlushOrderScenarios::json);
    }

    private static void unrelatedTables(Stage stage) {
        Session session = stage.open(Zed.class, Abc.class);
        stage.step(() -> {
            session.addAll(List.of(new Zed("1"), new Abc("1"), new Zed("2"), new Abc("2")));
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void differentColumns(Stage stage) {
        Session session = stage.open(Pair.class);
        for (int id = 1; id <= 5; id++) {
            stage.given("INSERT INTO t (id, a, b) VALUES (%d, 0, 0)".formatted(id));
        }
        List<Pair> all = session.query(Pair.class).orderBy(Pair_.id).all();
        stage.step(() -> {
            all.get(0).a(1);
            all.get(1).a(2);
            all.get(2).b(3);
            all.get(3).a(4);
            all.get(4).a(5);
            all.get(4).b(5);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void uniqueSwap(Stage stage) {
        Session session = stage.open(Coded.class);
        stage.given("INSERT INTO t (id, code) VALUES (1, 'k')");
        Coded old = session.getOne(Coded.class, 1);
        stage.step(() -> {
            session.delete(old);
            session.add(new Coded("k"));
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void rowSwitch(Stage stage) {
        Session session = stage.open(Kept.class);
        stage.given("INSERT INTO t (id, name, keep) VALUES (1, 'old', 'keep?')");
        Kept old = session.getOne(Kept.class, 1);
        Kept fresh = new Kept();
        stage.step(() -> {
            session.delete(old);
            fresh.id(1);
            fresh.name("new");
            session.add(fresh);
            session.flush();
        });
        stage.shows(() -> Shown.states(old, fresh));
        stage.step(session::commit);
    }

    /** A value of JSON cannot be changed in place, so that nothing can go unnoticed. */
    private static void json(Stage stage) {
        Session session = stage.open(Noted.class);
        stage.given("INSERT INTO t (id, plain, tracked) VALUES (1, '{}', '{}')");
        Noted noted = session.getOne(Noted.class, 1);
        stage.step(() -> {
            noted.plain();
            session.flush();
        });
        stage.step(() -> {
            noted.tracked(Json.parse("{\"a\": 2}"));
            session.flush();
        });
        stage.step(() -> {
            noted.plain(Json.NULL);
            noted.tracked(Json.NULL);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void computed(Stage stage) {
        Session session = stage.open(Counted.class);
        stage.given("INSERT INTO t (id, n) VALUES (1, 5)");
        Counted counted = session.getOne(Counted.class, 1);
        stage.step(() -> {
            session.assign(counted, Counted_.n, Counted_.n.plus(1));
            session.flush();
        });
        stage.shows(counted::n);
        stage.shows(() -> {
            Counted fresh = new Counted();
            session.add(fresh);
            session.assign(fresh, Counted_.n, tenfold(stage));
            session.flush();
            return fresh.n();
        });
        stage.step(session::commit);
    }

    /** MariaDB reads the table that it inserts into in a derived table only. */
    private static Expression<Integer> tenfold(Stage stage) {
        var greatest = select(func.max(Counted_.n).times(10).label("tenfold"));
        if (stage.isCompared()) {
            return select(func.max(Counted_.n).times(10)).scalarSubquery();
        }
        var derived = greatest.subquery("greatest");
        return select(derived.column("tenfold", INTEGER)).scalarSubquery();
    }
}
