package io.athanor.tests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionEvents.Subscription;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Parent_;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listeners of sessions hear, and what they may change. */
public abstract class SessionEventsSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected SessionEventsSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class);
    }

    @Test
    void listenersHearOfFlushInsertUpdateAndCommit() {
        List<String> heard = new ArrayList<>();
        sessions.events().beforeFlush(session -> heard.add("flush"));
        sessions.events().beforeInsert(Parent.class, parent -> heard.add("insert " + parent.getName()));
        sessions.events().beforeUpdate(Parent.class, parent -> heard.add("update " + parent.getName()));
        sessions.events().afterCommit(session -> heard.add("commit"));
        sessions.events().beforeInsert(Child.class, child -> heard.add("child"));
        try (Session session = sessions.open()) {
            Parent parent = new Parent("a");
            session.add(parent);
            session.flush();
            parent.setName("b");
            session.commit();
            session.commit();
        }
        assertThat(heard).containsExactly("flush", "insert a", "flush", "update b", "commit", "commit");
    }

    @Test
    void listenersMayChangeWhatIsWritten() {
        sessions.events()
                .beforeInsert(
                        Parent.class, parent -> parent.setName(parent.getName().strip()));
        sessions.events().beforeUpdate(Parent.class, parent -> parent.setName(parent.getName() + "!"));
        try (Session session = sessions.open()) {
            Parent parent = new Parent(" a ");
            session.add(parent);
            session.commit();
            assertThat(value("SELECT name FROM parent")).isEqualTo("a");
            parent.setName("b");
            session.commit();
        }
        assertThat(value("SELECT name FROM parent")).isEqualTo("b!");
    }

    @Test
    void assignedValueCanBeReplacedUntilTheSubscriptionEnds() {
        store(sessions, new Parent("a"));
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            try (Subscription lower =
                    sessions.events().onSet(Parent_.name, (any, name) -> name.toLowerCase(Locale.ROOT))) {
                parent.setName("UPPER");
                assertThat(lower).isNotNull();
            }
            assertThat(parent.getName()).isEqualTo("upper");
            parent.setName("UPPER");
            assertThat(parent.getName()).isEqualTo("UPPER");
        }
    }

    @Test
    void loadedInstancesAreTold() {
        store(sessions, new Parent("a"));
        List<Object> loaded = new ArrayList<>();
        sessions.events().onLoad(Object.class, loaded::add);
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            session.query(Parent.class).all();
            assertThat(loaded).containsExactly(parent);
        }
    }
}
