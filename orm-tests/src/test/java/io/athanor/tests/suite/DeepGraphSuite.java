package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Connection;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
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

    private static int count(Session session) {
        return ((Number) session.connection()
                        .execute(text("SELECT count(*) FROM node"))
                        .all()
                        .get(0)
                        .get(0))
                .intValue();
    }

    /** Copy a graph that no session knows, and let the copy go. */
    private static void mergeAndExpunge(SessionFactory sessions, Node root, Node last) {
        try (Session session = sessions.open()) {
            Node copy = session.merge(root);
            assertThat(session.newObjects()).hasSize(COUNT);
            session.expunge(copy);
            assertThat(session.newObjects()).isEmpty();
            assertThat(inspect(last).lifecycle()).isEqualTo(Lifecycle.TRANSIENT);
        }
    }

    /** Copies of a detached graph, made without a statement, are expired and refreshed to the last. */
    private void expireAndRefresh(SessionFactory sessions, Node root, Node last) {
        recording.clear();
        for (boolean isRefreshed : new boolean[] {false, true}) {
            try (Session session = sessions.open()) {
                Node copy = session.mergeWithoutLoading(root);
                Node lastCopy = session.mergeWithoutLoading(last);
                assertThat(inspect(lastCopy).unloaded()).doesNotContain("name");
                if (isRefreshed) {
                    session.refresh(copy);
                } else {
                    session.expire(copy);
                }
                assertThat(inspect(lastCopy).unloaded()).contains("name");
            }
        }
        assertThat(recording.sql()).hasSizeLessThan(5);
    }

    private void workOn(Node root, Node middle) {
        SessionFactory sessions =
                SessionFactory.of(engine, Registry.of(Node.class), options -> options.expireOnCommit(false));
        mergeAndExpunge(sessions, root, middle);
        try (Session session = sessions.open()) {
            session.add(root);
            session.commit();
            assertThat(count(session)).isEqualTo(COUNT);
            middle.setName("changed");
            session.flush();
            session.expire(middle);
            assertThat(middle.getName()).isEqualTo("changed");
            session.commit();
            session.expunge(root);
            assertThat(session.contains(middle)).isFalse();
        }
        expireAndRefresh(sessions, root, middle);
        try (Session session = sessions.open()) {
            session.noAutoflush(quiet -> assertThat(quiet.merge(middle)).isNotSameAs(middle));
        }
        try (Session session = sessions.open()) {
            session.add(root);
            assertThat(session.contains(middle)).isTrue();
            session.delete(root);
            assertThat(session.deleted()).hasSize(COUNT);
            session.flush();
            assertThat(count(session)).isZero();
            session.rollback();
            assertThat(session.contains(middle)).isTrue();
            assertThat(count(session)).isEqualTo(COUNT);
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
    }
}
