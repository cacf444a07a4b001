package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.makeTransient;
import static io.athanor.orm.Orm.makeTransientToDetached;
import static io.athanor.orm.Orm.populateExisting;
import static io.athanor.orm.Orm.selectinLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Parent_;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances that leave a session and come to another one, and those that are asked for by their keys. */
public abstract class DetachmentSuite extends DatabaseSuite {
    private Registry registry;
    private SessionFactory sessions;

    protected DetachmentSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        registry = Registry.of(Parent.class, Child.class);
        sessions = sessions(registry);
        Parent parent = new Parent("p");
        parent.getChildren().addAll(List.of(new Child("c1"), new Child("c2")));
        store(sessions, parent);
    }

    private Parent loaded() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1, selectinLoad(Parent_.children));
            recording.clear();
            return parent;
        }
    }

    @Test
    void cachedGraphIsMergedWithoutSqlAndIsNoChange() {
        Parent cached = loaded();
        recording.clear();
        try (Session session = sessions.open()) {
            Parent merged = session.mergeWithoutLoading(cached);
            assertThat(merged.getChildren()).extracting(Child::getName).containsExactly("c1", "c2");
            assertThat(merged.getChildren().get(0))
                    .isNotSameAs(cached.getChildren().get(0));
            assertThat(session.dirty()).isEmpty();
            assertThat(recording.lines()).isEmpty();
            merged.setName("changed");
            merged.getChildren().get(1).setName("cc");
            session.commit();
        }
        assertThat(value("SELECT name FROM parent")).isEqualTo("changed");
        assertThat(value("SELECT name FROM child WHERE id = 2")).isEqualTo("cc");
    }

    @Test
    void circleIsMergedWithoutSqlOnce() {
        Parent cached;
        try (Session session = sessions.open()) {
            cached = session.getOne(Parent.class, 1);
            cached.getChildren().forEach(child -> assertThat(child.getParent()).isSameAs(cached));
        }
        recording.clear();
        try (Session session = sessions.open()) {
            Parent merged = session.mergeWithoutLoading(cached);
            assertThat(merged.getChildren())
                    .allSatisfy(child -> assertThat(child.getParent()).isSameAs(merged));
            assertThat(recording.lines()).isEmpty();
        }
    }

    @Test
    void whatACachedInstanceLacksIsLoadedLater() {
        Parent cached;
        try (Session session = sessions.open()) {
            cached = session.getOne(Parent.class, 1);
        }
        try (Session session = sessions.open()) {
            assertThat(session.mergeWithoutLoading(cached).getChildren()).hasSize(2);
        }
    }

    @Test
    void newAndChangedInstancesAreNotMergedWithoutLoading() {
        Parent cached = loaded();
        cached.setName("changed");
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.mergeWithoutLoading(cached))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("changed");
            assertThatThrownBy(() -> session.mergeWithoutLoading(new Parent("new")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("no row");
        }
    }

    @Test
    void transientAgainIsInsertedAsAnotherRow() {
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            makeTransient(child);
            assertThat(inspect(child).lifecycle()).isEqualTo(Lifecycle.TRANSIENT);
            assertThat(inspect(child).identity()).isNull();
            assertThat(session.contains(child)).isFalse();
            makeTransient(child);
            session.add(new Child(child.getName()));
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM child WHERE name = 'c1'")).hasToString("2");
    }

    @Test
    void knownRowIsAdmittedWithoutBeingLoaded() {
        Parent known = new Parent("");
        known.setName(null);
        assertThatThrownBy(() -> makeTransientToDetached(known, registry.mapper(Parent.class)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("no key");
        known.setId(1);
        makeTransientToDetached(known, registry.mapper(Parent.class));
        assertThat(inspect(known).lifecycle()).isEqualTo(Lifecycle.DETACHED);
        assertThatThrownBy(known::getName)
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("Parent.name");
        recording.clear();
        try (Session session = sessions.open()) {
            session.add(known);
            assertThat(recording.lines()).isEmpty();
            assertThat(known.getName()).isEqualTo("p");
            assertThat(known.getChildren()).hasSize(2);
        }
    }

    @Test
    void instanceKnowsItsSession() {
        Parent parent = new Parent("x");
        assertThat(Session.objectSession(parent)).isEmpty();
        try (Session session = sessions.open()) {
            session.add(parent);
            assertThat(Session.objectSession(parent)).contains(session);
        }
        assertThat(Session.objectSession(parent)).isEmpty();
        assertThatThrownBy(() -> Session.objectSession("x")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void detachedRelationshipNamesItself() {
        Parent detached;
        Child child;
        try (Session session = sessions.open()) {
            detached = session.getOne(Parent.class, 1);
            child = session.getOne(Child.class, 2);
        }
        assertThatThrownBy(() -> detached.getChildren().size())
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("Parent.children");
        assertThatThrownBy(child::getParent)
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("Child.parent");
    }

    @Test
    void lockedGetAsksTheDatabaseAndOverwritesOnlyWhenTold() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            run(session, "UPDATE parent SET name = 'meanwhile'");
            recording.clear();
            assertThat(session.getOne(Parent.class, 1)).isSameAs(parent);
            assertThat(recording.lines()).isEmpty();
            assertThat(session.getOne(Parent.class, 1, ForUpdate.UPDATE).getName())
                    .isEqualTo("p");
            assertThat(recording.sql("SELECT")).hasSize(1);
            assertThat(session.getOne(Parent.class, 1, ForUpdate.UPDATE, populateExisting())
                            .getName())
                    .isEqualTo("meanwhile");
            assertThat(session.getOne(Parent.class, 1, populateExisting())).isSameAs(parent);
        }
    }

    @Test
    void keysComeInSeveralForms() {
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 2L);
            assertThat(session.get(Child.class, "2")).containsSame(child);
            assertThat(session.get(Child.class, Map.of("id", 2))).containsSame(child);
            assertThat(session.get(Child.class, null)).isEmpty();
            assertThatThrownBy(() -> session.get(Child.class, Map.of("key", 2)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("[id]");
            assertThatThrownBy(() -> session.get(Child.class, "two")).isInstanceOf(ArgumentException.class);
        }
    }

    @Test
    void instanceOfWhichOneAttributeIsExpiredIsFoundWithoutSql() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            session.expire(parent, Parent_.name);
            recording.clear();
            assertThat(session.get(Parent.class, 1)).containsSame(parent);
            assertThat(recording.lines()).isEmpty();
            assertThat(inspect(parent).expired()).isFalse();
            session.expire(parent);
            assertThat(inspect(parent).expired()).isTrue();
            assertThat(session.get(Parent.class, 1)).containsSame(parent);
            assertThat(recording.sql("SELECT")).hasSize(1);
            assertThat(inspect(parent).expired()).isFalse();
        }
    }
}
