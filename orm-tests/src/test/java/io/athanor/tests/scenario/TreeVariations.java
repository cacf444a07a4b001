package io.athanor.tests.scenario;

import static io.athanor.orm.Orm.select;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Favourites.Entry;
import io.athanor.tests.scenario.Favourites.Widget;
import io.athanor.tests.scenario.Trees.Node;
import java.util.List;

/** Trees that change as they are written. */
final class TreeVariations extends Scenarios.Family {
    TreeVariations() {
        super("cycles");
        play("tree-move-and-delete", TreeVariations::moveAndDelete);
        play("tree-delete-nulls-children", TreeVariations::deleteRoot);
        play("tree-turned-round", TreeVariations::turnRound);
        play("row-cycle-post-update-alone", TreeVariations::cycle);
        play("two-table-cycle-changes", TreeVariations::changeFavourite);
    }

    private static final String TREE =
            "INSERT INTO node (id, parent_id, name) VALUES (1, NULL, 'r'), (2, 1, 'a'), (3, 2, 'b'), (4, 1, 'c')";

    private static void moveAndDelete(Stage stage) {
        Session session = stage.open(TreeMapping.of(children -> children.cascade(Cascade.ALL), parent -> {}));
        stage.given(TREE);
        Node root = session.getOne(Node.class, 1);
        Node a = root.children().get(0);
        Node b = a.children().get(0);
        stage.step(() -> {
            Node fresh = new Node("new");
            session.add(fresh);
            b.parent(fresh);
            session.delete(a);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void deleteRoot(Stage stage) {
        Session session = stage.open(Node.class);
        stage.given(TREE);
        Node root = session.getOne(Node.class, 1);
        stage.step(() -> {
            session.delete(root);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void turnRound(Stage stage) {
        Session session = stage.open(Node.class);
        Node leaf = new Node("c");
        Node middle = new Node("b");
        Node root = new Node("a");
        stage.step(() -> {
            session.addAll(List.of(leaf, middle, root));
            leaf.parent(middle);
            middle.parent(root);
            session.flush();
        });
        stage.step(() -> {
            List<Node> all =
                    session.execute(select(Node.class).orderBy(Node_.id)).all();
            all.get(0).parent(all.get(2));
            all.get(2).parent(null);
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void cycle(Stage stage) {
        Session session = stage.open(TreeMapping.oneSided(parent -> parent.postUpdate()));
        Node a = new Node("a");
        Node b = new Node("b");
        stage.step(() -> {
            a.parent(b);
            b.parent(a);
            session.addAll(List.of(a, b));
            session.flush();
        });
        stage.step(() -> {
            a.parent(null);
            session.flush();
        });
        stage.step(() -> {
            a.parent(a);
            session.flush();
        });
        stage.step(() -> {
            session.delete(a);
            session.delete(b);
            session.flush();
        });
        stage.step(session::commit);
    }

    private static void changeFavourite(Stage stage) {
        Session session = stage.open(Widget.class, Entry.class);
        stage.given(
                "INSERT INTO widget (id, name, fav_id) VALUES (1, 'w', NULL)",
                "INSERT INTO entry (id, name, widget_id) VALUES (1, '1', 1), (2, '2', 1)",
                "UPDATE widget SET fav_id = 1");
        Widget widget = session.getOne(Widget.class, 1);
        Entry first = widget.entries().get(0);
        Entry second = widget.entries().get(1);
        stage.step(() -> {
            widget.fav(second);
            session.delete(first);
            session.flush();
        });
        stage.step(() -> {
            Entry third = new Entry("3");
            widget.fav(third);
            widget.entries().add(third);
            widget.name("x");
            session.flush();
        });
        stage.step(session::commit);
    }
}
