package io.athanor.tests.scenario;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.EagerDefaults;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.sql.Sql;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.scenario.Defaulted.Filled;
import io.athanor.tests.scenario.Defaulted.Served;
import io.athanor.tests.scenario.Things.Pair;
import io.athanor.tests.scenario.Things.Single;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Which rows go together, and what fills them in. */
final class BatchScenarios extends Scenarios.Family {
    BatchScenarios() {
        super("batch");
        play("insert-batches", BatchScenarios::insertBatches);
        play("given-pk-sorted", BatchScenarios::givenKeys);
        play("defaults", BatchScenarios::defaults);
        play("eager-defaults-false", stage -> eagerDefaults(stage, EagerDefaults.NEVER));
        play("eager-defaults-true", stage -> eagerDefaults(stage, EagerDefaults.ALWAYS));
        play("eager-defaults-auto", stage -> eagerDefaults(stage, EagerDefaults.AUTO));
    }

    private static Pair pair(Integer id, Integer a) {
        Pair pair = new Pair();
        if (id != null) {
            pair.id(id);
        }
        if (a != null) {
            pair.a(a);
        }
        return pair;
    }

    private static void insertBatches(Stage stage) {
        Session session = stage.open(Pair.class);
        stage.step(() -> {
            session.addAll(List.of(pair(null, 0), pair(null, 1), pair(null, 2)));
            session.flush();
        });
        stage.step(() -> {
            session.addAll(List.of(pair(10, 0), pair(11, 1), pair(12, 2)));
            session.flush();
        });
        stage.step(() -> {
            Pair middle = pair(21, 1);
            middle.b(2);
            session.addAll(List.of(pair(20, 1), middle, pair(22, 1)));
            session.flush();
        });
        stage.step(() -> {
            session.addAll(List.of(pair(100, null), pair(null, 5), pair(200, null), pair(null, 6)));
            session.flush();
        });
        stage.step(() -> {
            Pair explicit = pair(40, null);
            explicit.b(null);
            session.add(explicit);
            session.flush();
        });
        stage.step(() -> {
            session.add(new Pair());
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void givenKeys(Stage stage) {
        Session session = stage.open(Single.class);
        List<Single> all = new ArrayList<>();
        stage.step(() -> {
            for (int id : new int[] {5, 3, 9}) {
                Single single = new Single(0);
                single.id(id);
                all.add(single);
            }
            session.addAll(all);
            session.flush();
        });
        stage.step(() -> {
            all.get(2).a(9);
            all.get(1).a(3);
            all.get(0).a(5);
            session.flush();
        });
        stage.step(() -> {
            session.delete(all.get(2));
            session.delete(all.get(1));
            session.delete(all.get(0));
            session.flush();
        });
        stage.step(session::commit);
    }

    private static Registry filled() {
        AtomicInteger calls = new AtomicInteger();
        MetaData metadata = new MetaData();
        Table t = Table.of(
                metadata,
                "t",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("a", INTEGER, a -> a.defaultValue(5))
                        .column("b", INTEGER, b -> b.defaultSupplier(calls::incrementAndGet))
                        .column("c", STRING, c -> c.serverDefault(Sql.value("srv")))
                        .column("d", INTEGER, d -> d.onUpdate(() -> 9))
                        .column("n", STRING, n -> {}));
        return Registry.of(metadata)
                .with(Mapping.of(Filled.class, t)
                        .property("id", t.column("id", INTEGER))
                        .property("a", t.column("a", INTEGER))
                        .property("b", t.column("b", INTEGER))
                        .property("c", t.column("c", STRING))
                        .property("d", t.column("d", INTEGER))
                        .property("n", t.column("n", STRING)));
    }

    private static void defaults(Stage stage) {
        Session session = stage.open(filled());
        Filled first = new Filled("x");
        stage.shows(() -> {
            session.add(first);
            List<Object> shown = new ArrayList<>();
            shown.add(first.a());
            session.flush();
            shown.add(List.of(first.a(), first.b()));
            return shown;
        });
        stage.shows(first::c);
        stage.shows(() -> {
            first.n("y");
            session.flush();
            return first.d();
        });
        stage.shows(() -> {
            Filled second = new Filled();
            second.a(null);
            session.add(second);
            session.flush();
            return second.a();
        });
        stage.step(() -> {
            session.addAll(List.of(new Filled("p"), new Filled("q")));
            session.flush();
        });
        stage.step(session::commit);
    }

    private static Registry served(EagerDefaults eager) {
        MetaData metadata = new MetaData();
        Table t = Table.of(
                metadata,
                "t",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("n", STRING, n -> {})
                        .column("c", STRING, c -> c.serverDefault(Sql.value("srv")))
                        .column(
                                "u",
                                STRING,
                                u -> u.serverDefault(Sql.value("u0")).fetchedOnUpdate()));
        return Registry.of(metadata)
                .with(Mapping.of(Served.class, t)
                        .eagerDefaults(eager)
                        .property("id", t.column("id", INTEGER))
                        .property("n", t.column("n", STRING))
                        .property("c", t.column("c", STRING))
                        .property("u", t.column("u", STRING)));
    }

    private static void eagerDefaults(Stage stage, EagerDefaults eager) {
        Session session = stage.open(served(eager));
        Served first = new Served("x");
        stage.step(() -> {
            session.add(first);
            session.flush();
        });
        stage.shows(first::c);
        stage.step(() -> {
            first.n("y");
            session.flush();
        });
        stage.shows(first::u);
        stage.step(() -> {
            session.addAll(List.of(new Served("1"), new Served("2")));
            session.flush();
        });
        stage.step(session::commit);
    }
}
