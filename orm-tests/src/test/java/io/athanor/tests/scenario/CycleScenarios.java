package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Favourites.Entry;
import io.athanor.tests.scenario.Favourites.Widget;
import io.athanor.tests.scenario.Trees.Node;
import java.util.List;

/** Rows and tables that refer to each other. */
final class CycleScenarios extends Scenarios.Family {
    CycleScenarios() {
        super("cycles");
        play("tree-delete-cascade", CycleScenarios::deleteTree);
        play("row-cycle-post-update", CycleScenarios::rowCycle);
        play("self-row-cycle", CycleScenarios::selfCycle);
        play("two-table-cycle-post-update", CycleScenarios::twoTables);
        play("two-table-cycle-error", CycleScenarios::twoTablesRefused);
    }

    private static void deleteTree(Stage stage) {
        Session session = stage.open(TreeMapping.of(children -> children.cascade(Cascade.ALL), parent -> {}));
        stage.given(
                "INSERT INTO node (id, parent_id, name) VALUES (1, NULL, 'r'), (2, 1, 'a'), (3, 1, 'b'), (4, 2, 'c')");
        stage.step(() -> {
            session.delete(session.getOne(Node.class, 1));
            session.commit();
        });
    }

    private static void rowCycle(Stage stage) {
        Session session = stage.open(TreeMapping.of(children -> {}, parent -> parent.postUpdate()));
        Node a = new Node("a");
        Node b = new Node("b");
        stage.step(() -> {
            a.parent(b);
            b.parent(a);
            session.addAll(List.of(a, b));
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void selfCycle(Stage stage) {
        Session session = stage.open(Node.class);
        Node a = new Node("a");
        stage.step(() -> {
            a.parent(a);
            session.add(a);
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void twoTables(Stage stage) {
        Session session = stage.open(Widget.class, Entry.class);
        Widget widget = new Widget("w");
        Entry first = new Entry("1");
        Entry second = new Entry("2");
        stage.step(() -> {
            widget.entries().addAll(List.of(first, second));
            widget.fav(first);
            session.add(widget);
            session.flush();
        });
        stage.step(() -> {
            widget.fav(second);
            session.flush();
        });
        stage.step(session::commit);
        stage.step(() -> {
            session.delete(widget);
            session.commit();
        });
    }

    private static void twoTablesRefused(Stage stage) {
        Session session = stage.open(Favourites.mapped(favourite -> {}));
        stage.step(() -> {
            Widget widget = new Widget("w");
            Entry entry = new Entry("e");
            widget.entries().add(entry);
            widget.fav(entry);
            session.add(widget);
            session.flush();
        });
        stage.step(session::rollback);
        stage.step(() -> {
            Widget widget = new Widget("w2");
            widget.fav(new Entry("x"));
            session.add(widget);
            session.commit();
        });
    }
}
