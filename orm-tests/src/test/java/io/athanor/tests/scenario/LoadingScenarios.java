package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.containsEager;
import static io.athanor.orm.Orm.defaultLoad;
import static io.athanor.orm.Orm.defer;
import static io.athanor.orm.Orm.immediateLoad;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.loadOnly;
import static io.athanor.orm.Orm.noLoad;
import static io.athanor.orm.Orm.populateExisting;
import static io.athanor.orm.Orm.raiseLoad;
import static io.athanor.orm.Orm.raiseLoadOnSql;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.subqueryLoad;
import static io.athanor.orm.Orm.withLoaderCriteria;

import io.athanor.orm.mapping.Lazy;
import io.athanor.orm.session.Session;
import io.athanor.sql.tree.StatementOption;
import io.athanor.tests.scenario.Chains.Leaf;
import io.athanor.tests.scenario.Chains.Middle;
import io.athanor.tests.scenario.Chains.Side;
import io.athanor.tests.scenario.Chains.Top;
import io.athanor.tests.scenario.Families.Child;
import io.athanor.tests.scenario.Families.Parent;
import io.athanor.tests.scenario.Trees.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How related objects are loaded. */
final class LoadingScenarios extends Scenarios.Family {
    LoadingScenarios() {
        super("loading");
        withOption("selectinload", selectinLoad(Parent_.children));
        withOption("joinedload", joinedLoad(Parent_.children));
        withOption("joinedload-inner", joinedLoad(Parent_.children).innerJoin());
        withOption("immediateload", immediateLoad(Parent_.children));
        withOption("raiseload", raiseLoad(Parent_.children));
        withOption("raiseload-sql-only", raiseLoadOnSql(Parent_.children));
        withOption("noload", noLoad(Parent_.children));
        withOption("selectin-criteria", selectinLoad(Parent_.children).where(Child_.name.ne("c1")));
        withOption("joined-criteria", joinedLoad(Parent_.children).where(Child_.name.ne("c1")));
        withOption("defer-name", defer(Parent_.name));
        withOption(
                "load-only",
                loadOnly(Parent_.id),
                selectinLoad(Parent_.children).loadOnly(Child_.id, Child_.name));
        withOption(
                "with-loader-criteria",
                selectinLoad(Parent_.children),
                withLoaderCriteria(Child.class, Child_.name.like("%1")));
        withOption("selectin-then-joined-back", selectinLoad(Parent_.children).joinedLoad(Child_.parent));
        play("contains-eager-filter", LoadingScenarios::containsEagerFilter);
        play("selectin-batches", LoadingScenarios::selectinBatches);
        play("chained-eager", LoadingScenarios::chainedEager);
        play("self-referential-eager", LoadingScenarios::selfReferential);
    }

    private void withOption(String unit, StatementOption... options) {
        play(unit, stage -> threeParents(stage, options));
    }

    private static void threeParents(Stage stage, StatementOption... options) {
        Session session = stage.open(Parent.class, Child.class);
        for (int id = 1; id <= 3; id++) {
            stage.given("INSERT INTO parent (id, name) VALUES (%d, 'p%d')".formatted(id, id));
            for (int child = 2 * id - 1; child <= 2 * id; child++) {
                stage.given(
                        "INSERT INTO child (id, parent_id, name) VALUES (%d, %d, 'c%d')".formatted(child, id, child));
            }
        }
        List<Parent> parents = new ArrayList<>();
        stage.shows(() -> {
            parents.addAll(
                    session.execute(select(Parent.class).orderBy(Parent_.id).options(options))
                            .all());
            return parents.stream().map(Parent::name).toList();
        });
        stage.shows(() -> parents.stream()
                .map(parent -> parent.children().stream().map(Child::name).toList())
                .toList());
        stage.shows(() -> parents.stream()
                .flatMap(parent -> parent.children().stream())
                .map(child -> child.parent().name())
                .toList());
    }

    private static void containsEagerFilter(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        stage.given(
                "INSERT INTO parent (id, name) VALUES (1, 'p1'), (2, 'p2')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2'), (3, 2, 'c3'), (4, 2, 'c4')");
        var filtered = select(Parent.class)
                .join(Parent_.children)
                .where(Child_.name.eq("c2"))
                .options(containsEager(Parent_.children));
        List<Parent> held = new ArrayList<>();
        stage.shows(() -> {
            held.addAll(session.execute(filtered).all());
            return held.stream()
                    .map(parent -> parent.children().stream().map(Child::name).toList())
                    .toList();
        });
        session.expire(held.get(0));
        held.get(0).children().forEach(each -> {});
        stage.shows(() -> session.execute(filtered).all().stream()
                .map(parent -> parent.children().size())
                .toList());
        stage.shows(() -> session.execute(filtered.options(populateExisting())).all().stream()
                .map(parent -> parent.children().size())
                .toList());
    }

    private static void selectinBatches(Stage stage) {
        Session session = stage.open(Parent.class, Child.class);
        for (int id = 1; id <= 1100; id++) {
            stage.given("INSERT INTO parent (id, name) VALUES (%d, 'p')".formatted(id));
            stage.given("INSERT INTO child (id, parent_id, name) VALUES (%d, %d, 'c')".formatted(id, id));
        }
        stage.shows(() -> {
            session.execute(select(Parent.class).options(selectinLoad(Parent_.children)))
                    .all();
            return stage.sent().stream()
                    .map(sent -> sent.isStatement() ? sent.parameters().size() : 0)
                    .toList();
        });
    }

    private static void chainedEager(Stage stage) {
        Session session = stage.open(Top.class, Middle.class, Leaf.class, Side.class);
        stage.given(
                "INSERT INTO a (id) VALUES (1), (2)",
                "INSERT INTO d (id) VALUES (1)",
                "INSERT INTO b (id, a_id, d_id) VALUES (1, 1, 1), (2, 2, 1)",
                "INSERT INTO c (id, b_id) VALUES (1, 1), (2, 1), (3, 2), (4, 2)");
        tops(stage, session, joinedLoad(Top_.bs).joinedLoad(Middle_.cs));
        tops(stage, session, joinedLoad(Top_.bs).joinedLoad(Middle_.d).innerJoin());
        tops(stage, session, joinedLoad(Top_.bs).joinedLoad(Middle_.d).innerJoinUnnested());
        tops(stage, session, selectinLoad(Top_.bs).selectinLoad(Middle_.cs));
        tops(stage, session, subqueryLoad(Top_.bs).subqueryLoad(Middle_.cs));
        tops(stage, session, selectinLoad(Top_.bs).joinedLoad(Middle_.d));
        tops(stage, session, joinedLoad(Top_.bs).selectinLoad(Middle_.cs));
        tops(stage, session, defaultLoad(Top_.bs).raiseLoad());
    }

    private static void tops(Stage stage, Session session, StatementOption option) {
        stage.shows(() -> session.execute(select(Top.class).orderBy(Top_.id).options(option))
                .all()
                .size());
        session.expungeAll();
    }

    private static void selfReferential(Stage stage) {
        Session session =
                stage.open(FamilyMapping.tree(spec -> spec.lazy(Lazy.JOINED).joinDepth(2)));
        stage.given(
                "INSERT INTO node (id, parent_id, name) VALUES (1, NULL, 'r'), (2, 1, 'a'), (3, 2, 'b'), (4, 3, 'c')");
        List<Node> held = new ArrayList<>();
        stage.shows(() -> {
            Node root =
                    session.execute(select(Node.class).where(Node_.id.eq(1))).one();
            held.add(root);
            Node a = root.children().get(0);
            held.add(a.children().get(0));
            return List.of(root.name(), a.name(), held.get(1).name());
        });
        stage.shows(() -> Objects.requireNonNull(held.get(1)).children().get(0).name());
    }
}
