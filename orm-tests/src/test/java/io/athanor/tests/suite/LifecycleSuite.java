package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.raiseLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Child_;
import io.athanor.tests.family.Node;
import io.athanor.tests.family.Owner;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Parent_;
import io.athanor.tests.family.Passport;
import io.athanor.tests.family.Tag;
import io.athanor.tests.family.Thing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of related instances that are deleted, expired or refreshed. */
public abstract class LifecycleSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected LifecycleSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class, Node.class, Owner.class, Thing.class, Tag.class, Passport.class);
        Parent parent = new Parent("p");
        parent.getChildren().addAll(List.of(new Child("c1"), new Child("c2")));
        Node root = new Node("root");
        root.getChildren().add(new Node("leaf"));
        Owner owner = new Owner();
        owner.getThings().add(new Thing("thing"));
        store(sessions, parent, root, owner);
    }

    // -- deleted -----------------------------------------------------------------------------------------------------

    @Test
    void deletedInstanceCannotComeBack() {
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            Parent parent = session.getOne(Parent.class, 1);
            session.delete(child);
            session.flush();
            assertRefused(session, child);
            assertThatThrownBy(() -> parent.getChildren().add(child)).isInstanceOf(InvalidRequestException.class);
            session.expunge(child);
            assertThat(inspect(child).lifecycle()).isEqualTo(Lifecycle.DETACHED);
            assertRefused(session, child);
            session.rollback();
            assertRefused(session, child);
        }
    }

    private static void assertRefused(Session session, Object instance) {
        assertThatThrownBy(() -> session.add(instance))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has been deleted");
    }

    @Test
    void deletedInstanceCannotComeBackAfterTheCommit() {
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            session.delete(child);
            session.commit();
            assertThat(inspect(child).lifecycle()).isEqualTo(Lifecycle.DETACHED);
            assertRefused(session, child);
        }
    }

    @Test
    void parentThatStillHoldsADeletedChildCannotBeAddedAgain() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            session.delete(parent.getChildren().get(0));
            session.flush();
            assertRefused(session, parent);
            session.expire(parent);
            session.add(parent);
            assertThat(parent.getChildren()).extracting(Child::getName).containsExactly("c2");
        }
    }

    @Test
    void rollbackBringsADeletedInstanceBack() {
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            session.delete(child);
            session.flush();
            session.rollback();
            session.add(child);
            child.setName("alive");
            session.commit();
        }
        assertThat(value("SELECT name FROM child WHERE id = 1")).isEqualTo("alive");
    }

    @Test
    void savepointBringsADeletedInstanceBack() {
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            var savepoint = session.beginNested();
            session.delete(child);
            session.flush();
            savepoint.rollback();
            assertThat(inspect(child).lifecycle()).isEqualTo(Lifecycle.PERSISTENT);
            child.setName("alive");
            session.commit();
        }
        assertThat(value("SELECT name FROM child WHERE id = 1")).isEqualTo("alive");
    }

    @Test
    void cascadeSparesWhatWasTakenAwayBefore() {
        try (Session session = sessions.open()) {
            Node root = session.getOne(Node.class, 1);
            Node leaf = root.getChildren().get(0);
            root.getChildren().remove(leaf);
            session.delete(root);
            assertThat(session.deleted()).containsExactly(root);
            session.commit();
            assertThat(leaf.getParent()).isNull();
        }
        assertThat(value("SELECT name FROM node")).isEqualTo("leaf");
    }

    @Test
    void cascadeDeletesWhatIsTakenAwayAfterwards() {
        try (Session session = sessions.open()) {
            Node root = session.getOne(Node.class, 1);
            Node leaf = root.getChildren().get(0);
            session.delete(root);
            root.getChildren().remove(leaf);
            assertThat(session.deleted()).containsExactlyInAnyOrder(root, leaf);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM node")).hasToString("0");
    }

    @Test
    void orphanOfADeletedParentIsDeletedWithIt() {
        try (Session session = sessions.open()) {
            Owner owner = session.getOne(Owner.class, 1);
            owner.getThings().clear();
            session.delete(owner);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM thing")).hasToString("0");
    }

    @Test
    void whatMustNotBeLoadedIsSeenByADeletion() {
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(raiseLoad(Parent_.children))
                    .all()
                    .get(0);
            session.delete(parent);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM child WHERE parent_id IS NULL")).hasToString("2");
    }

    @Test
    void detachedGraphIsDeletedToItsEnd() {
        Node root;
        try (Session session = sessions.open()) {
            root = session.getOne(Node.class, 1);
            Node leaf = root.getChildren().get(0);
            leaf.getChildren().add(new Node("below"));
            session.commit();
            assertThat(root.getChildren()).containsExactly(leaf);
            assertThat(leaf.getName()).isEqualTo("leaf");
        }
        try (Session session = sessions.open()) {
            session.delete(root);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM node")).hasToString("0");
    }

    @Test
    void manyAreLoadedAndDeletedTogether() {
        try (Session session = sessions.open()) {
            Node root = session.getOne(Node.class, 1);
            for (int i = 0; i < 50; i++) {
                Node branch = new Node("branch");
                branch.getChildren().addAll(List.of(new Node("a"), new Node("b")));
                root.getChildren().add(branch);
            }
            session.commit();
            recording.clear();
            session.delete(root);
            assertThat(session.deleted()).hasSize(152);
            session.commit();
            // The root and its children; the leaf's; the rows and the children of all others, level by level.
            assertThat(recording.sql("SELECT").size()).isLessThanOrEqualTo(8);
        }
        assertThat(value("SELECT count(*) FROM node")).hasToString("0");
    }

    @Test
    void manyCollectionsAreMergedTogether() {
        Node root = new Node("top");
        for (int i = 0; i < 50; i++) {
            Node branch = new Node("branch");
            branch.getChildren().add(new Node("a"));
            root.getChildren().add(branch);
        }
        SessionFactory keeping =
                SessionFactory.of(engine, Registry.of(Node.class), options -> options.expireOnCommit(false));
        keeping.transaction(session -> session.add(root));
        root.getChildren().forEach(branch -> branch.getChildren().get(0).setName("changed"));
        recording.clear();
        try (Session session = sessions.open()) {
            session.merge(root);
            // The root, its children, and those of all others, level by level.
            assertThat(recording.sql("SELECT").size()).isLessThanOrEqualTo(6);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM node WHERE name = 'changed'")).hasToString("50");
    }

    @Test
    void parentsOfManyAreDeletedTogether() {
        try (Session session = sessions.open()) {
            for (int i = 0; i < 50; i++) {
                Parent parent = new Parent("many");
                parent.getChildren().add(new Child("c"));
                session.add(parent);
            }
            session.commit();
            List<Parent> parents = session.query(Parent.class).all();
            recording.clear();
            parents.forEach(session::delete);
            session.commit();
            assertThat(recording.sql("SELECT")).hasSize(1);
        }
        assertThat(value("SELECT count(*) FROM child WHERE parent_id IS NULL")).hasToString("52");
    }

    // -- expired -----------------------------------------------------------------------------------------------------

    @Test
    void newObjectsThatLiveByTheirParentAreGivenUpWhenItIsExpired() {
        try (Session session = sessions.open()) {
            Owner owner = session.getOne(Owner.class, 1);
            Thing old = owner.getThings().get(0);
            Thing fresh = new Thing("fresh");
            owner.getThings().add(fresh);
            session.expire(owner);
            assertThat(session.newObjects()).isEmpty();
            assertThat(inspect(old).unloaded()).contains("name");
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM thing")).hasToString("1");
    }

    @Test
    void newObjectsThatLiveByThemselvesStay() {
        try (Session session = sessions.open()) {
            Node root = session.getOne(Node.class, 1);
            Node fresh = new Node("fresh");
            root.getChildren().add(fresh);
            session.expire(root);
            assertThat(session.newObjects()).containsExactly(fresh);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM node")).hasToString("3");
    }

    @Test
    void relationshipCanBeExpiredAlone() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            assertThat(parent.getChildren()).hasSize(2);
            run(session, "DELETE FROM child WHERE id = 1");
            session.expire(parent, Parent_.children);
            assertThat(inspect(parent).unloaded()).containsExactly("children");
            assertThat(parent.getChildren()).extracting(Child::getName).containsExactly("c2");
            assertThatThrownBy(() -> session.expire(parent, Child_.parent)).isInstanceOf(ArgumentException.class);
        }
    }

    // -- refreshed ---------------------------------------------------------------------------------------------------

    @Test
    void refreshDropsWhatIsLoadedLazily() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            parent.getChildren().remove(0);
            parent.setName("changed");
            recording.clear();
            session.noAutoflush(quiet -> {
                quiet.refresh(parent);
                assertThat(recording.sql()).hasSize(1);
                assertThat(inspect(parent).unloaded()).containsExactly("children");
                assertThat(parent.getName()).isEqualTo("p");
                assertThat(parent.getChildren()).hasSize(2);
            });
        }
    }

    @Test
    void refreshLoadsWhatTheStatementLoadedEagerly() {
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(joinedLoad(Parent_.children))
                    .all()
                    .get(0);
            Child second = parent.getChildren().get(1);
            run(session, "DELETE FROM child WHERE id = 1");
            recording.clear();
            session.noAutoflush(quiet -> {
                second.setName("changed");
                quiet.refresh(parent);
            });
            assertThat(recording.sql()).hasSize(1);
            assertThat(inspect(parent).unloaded()).isEmpty();
            assertThat(parent.getChildren()).containsExactly(second);
            assertThat(second.getName()).isEqualTo("changed");
            assertThat(recording.sql()).hasSize(1);
        }
    }

    @Test
    void relationshipCanBeRefreshedAlone() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            Child child = parent.getChildren().get(0);
            parent.setName("changed");
            run(session, "UPDATE child SET parent_id = NULL WHERE id = 1");
            session.noAutoflush(quiet -> quiet.refresh(parent, Parent_.children));
            recording.clear();
            assertThat(parent.getChildren()).extracting(Child::getName).containsExactly("c2");
            assertThat(parent.getName()).isEqualTo("changed");
            assertThat(recording.sql()).isEmpty();
            session.refresh(child, Child_.parent);
            assertThat(child.getParent()).isSameAs(parent);
        }
    }

    @Test
    void refreshOfARelationshipWhoseRowIsGoneIsRefused() {
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            run(session, "DELETE FROM child");
            assertThatThrownBy(() -> session.refresh(child, Child_.parent))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("row is gone");
        }
    }
}
