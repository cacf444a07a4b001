package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.loadOnly;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.undefer;
import static io.athanor.orm.Orm.undeferGroup;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;

import io.athanor.orm.mapping.Lazy;
import io.athanor.orm.session.Session;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.sql.tree.Row;
import io.athanor.tests.scenario.Documents.Document;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Keepers.Keeper;
import io.athanor.tests.scenario.Keepers.Ward;
import io.athanor.tests.scenario.Things.Single;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What statements yield, and what is loaded later or never. */
final class ResultScenarios extends Scenarios.Family {
    ResultScenarios() {
        super("loading");
        play("joined-needs-unique", ResultScenarios::needsUnique);
        play("for-update", ResultScenarios::forUpdate);
        play("result-forms", ResultScenarios::resultForms);
        play("deferred-columns", ResultScenarios::deferred);
        play("write-only", ResultScenarios::writeOnly);
    }

    private static void needsUnique(Stage stage) {
        Session session = stage.openStrict(FamilyMapping.of(children -> children.lazy(Lazy.JOINED)));
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1'), (2, 'p2')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2'), (3, 2, 'c3'), (4, 2, 'c4')");
        List<Parent> held = new ArrayList<>();
        stage.step(() -> session.scalars(select(Parent.class)).all());
        stage.shows(() -> {
            held.addAll(session.scalars(select(Parent.class)).unique().all());
            return held.size();
        });
        stage.step(
                () -> session.execute(select(Parent_.entity(), Child_.entity()).join(Parent_.children))
                        .all());
        stage.shows(() -> session.execute(select(Parent_.name)).all());
        stage.shows(() ->
                session
                        .scalars(select(Parent.class)
                                .orderBy(Parent_.name.desc())
                                .limit(1)
                                .offset(0))
                        .unique()
                        .all()
                        .stream()
                        .map(parent -> parent.children().size())
                        .toList());
        stage.shows(() -> stage.entity(session.getOne(Parent.class, 2)));
        held.clear();
        session.expungeAll();
        stage.shows(() -> session.getOne(Parent.class, 2).children().size());
        stage.shows(() -> session.query(Parent.class).all().size());
        stage.shows(() -> session.query(Parent.class).count());
    }

    private static void forUpdate(Stage stage) {
        Session session = stage.open(Single.class);
        stage.given("INSERT INTO t (id, a) VALUES (1, 1)");
        Single held = session.getOne(Single.class, 1);
        session.connection().run(text("UPDATE t SET a = 77"));
        stage.shows(() -> {
            session.scalars(select(Single.class).forUpdate()).all();
            return held.a();
        });
        stage.shows(() -> {
            session.query(Single.class).withForUpdate().all();
            return held.a();
        });
        stage.shows(() -> session.getOne(Single.class, 1, ForUpdate.UPDATE).a());
    }

    private static void resultForms(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1'), (2, 'p2')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 2, 'c2')");
        var nobody = select(Parent.class).where(Parent_.id.eq(9));
        stage.step(() -> session.scalars(select(Parent.class)).one());
        stage.shows(() -> session.scalars(nobody).oneOrNone().orElse(null));
        stage.step(() -> session.scalars(nobody).one());
        stage.shows(
                () -> stage.entity(session.scalars(select(Parent.class)).first().orElseThrow()));
        stage.shows(() -> stage.entity(session.query(Parent.class).first().orElseThrow()));
        stage.shows(() -> session
                .execute(select(Parent_.entity(), Child_.name.label("cn")).join(Parent_.children))
                .map(Row::asMap)
                .all()
                .stream()
                .map(row -> List.copyOf(row.keySet()))
                .toList());
        var outer = select(Parent_.entity(), Child_.entity())
                .outerJoin(Child_.entity(), Child_.parentId.eq(Parent_.id).and(Child_.id.eq(1)))
                .orderBy(Parent_.id);
        stage.shows(() -> session.execute(outer).all().stream()
                .map(row -> Arrays.asList(stage.entity(row.get(Parent_.entity())), shown(stage, row.get(1))))
                .toList());
        stage.shows(() -> session.execute(select(Parent_.name, Parent_.id))
                .map(row -> row.get(Parent_.name))
                .all());
        stage.shows(
                () -> session.query(Parent.class).join(Parent_.children).all().size());
    }

    private static Object shown(Stage stage, Object entity) {
        return entity == null ? null : stage.entity(entity);
    }

    private static void deferred(Stage stage) {
        Session session = stage.open(Document.class);
        stage.given("INSERT INTO doc (id, title, body, a, b, secret) VALUES (1, 't', 'bb', '1', '2', 's')");
        List<Document> held = new ArrayList<>();
        stage.shows(() -> {
            held.add(session.getOne(Document.class, 1));
            return stage.entity(held.get(0));
        });
        Document first = held.get(0);
        stage.shows(first::body);
        stage.shows(first::a);
        stage.shows(first::b);
        stage.step(first::secret);
        session.expungeAll();
        stage.shows(() -> stage.shown()
                .entities(session.execute(select(Document.class)
                                .options(undefer(Document_.body), undeferGroup(Document.class, "g")))
                        .all()));
        session.expungeAll();
        stage.shows(() -> {
            held.addAll(session.execute(select(Document.class).options(loadOnly(Document_.title)))
                    .all());
            return stage.shown().entities(held.subList(1, 2));
        });
        Document last = held.get(1);
        stage.step(() -> {
            last.body("zz");
            session.flush();
        });
        stage.step(() -> session.refresh(last));
        stage.step(session::commit);
    }

    private static void writeOnly(Stage stage) {
        Session session = stage.open(Keeper.class, Ward.class);
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2')");
        Keeper keeper = session.getOne(Keeper.class, 1);
        stage.step(() -> Shown.read((Iterable<?>) (Object) keeper.children()));
        stage.shows(() -> stage.shown()
                .entities(session.scalars(keeper.children().select().where(Ward_.name.eq("c2")))
                        .all()));
        stage.step(() -> {
            keeper.children().add(new Ward("n"));
            session.flush();
        });
        stage.step(() -> {
            keeper.children().remove(session.getOne(Ward.class, 1));
            session.flush();
        });
        stage.step(() -> session.execute(
                keeper.children().insert(List.of("b1", "b2"), (row, name) -> row.set(Ward_.name, name))));
        stage.step(() -> session.execute(keeper.children().update().set(Ward_.name, "u")));
        stage.step(() -> session.execute(keeper.children().delete().where(Ward_.id.gt(3))));
        stage.step(session::commit);
    }
}
