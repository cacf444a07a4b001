package io.athanor.tests.suite;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Graphs of very many objects, worked on in a small stack. */
public abstract class DeepGraphSuite extends DatabaseSuite {
    private static final int COUNT = 100_000;
    private static final long SMALL_STACK = 512 * 1024;

    protected DeepGraphSuite(Database database) {
        super(database);
    }

    /** Without an index each deletion would search the whole table for rows that refer to the deleted one. */
    private void createTable() {
        sessions(Node.class);
        try (Connection connection = engine.connect()) {
            connection.run(text("CREATE INDEX node_parent ON node (parent_id)"));
            connection.commit();
        }
    }

    private static void inSmallStack(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, work, "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((any, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    private void workOn(Node root, Node middle) {
        SessionFactory sessions =
                SessionFactory.of(engine, Registry.of(Node.class), options -> options.expireOnCommit(false));
        try (Session session = sessions.open()) {
            session.add(root);
            session.commit();
            middle.setName("changed");
            session.flush();
            session.expire(middle);
            assertThat(middle.getName()).isEqualTo("changed");
            session.commit();
            session.expungeAll();
            try (Session other = sessions.open()) {
                other.noAutoflush(quiet -> assertThat(quiet.merge(middle)).isNotSameAs(middle));
            }
        }
        try (Session session = sessions.open()) {
            session.add(root);
            session.delete(root);
            session.commit();
        }
    }

    @Test
    void listOfLinkedObjects() throws InterruptedException {
        createTable();
        inSmallStack(() -> {
            Node root = new Node("0");
            Node last = root;
            Node middle = root;
            for (int i = 1; i < COUNT; i++) {
                Node next = new Node("n");
                last.getChildren().add(next);
                last = next;
                middle = i == COUNT - 3 ? next : middle;
            }
            workOn(root, middle);
        });
        assertThat(value("SELECT count(*) FROM node")).hasToString("0");
    }

    @Test
    void treeOfLinkedObjects() throws InterruptedException {
        createTable();
        inSmallStack(() -> {
            List<Node> nodes = new ArrayList<>(List.of(new Node("0")));
            for (int i = 1; i < COUNT; i++) {
                Node next = new Node("n");
                next.setParent(nodes.get(i / 10));
                nodes.add(next);
            }
            workOn(nodes.get(0), nodes.get(COUNT - 1));
        });
        assertThat(value("SELECT count(*) FROM node")).hasToString("0");
    }
}
