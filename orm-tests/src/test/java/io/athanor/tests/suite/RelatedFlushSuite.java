package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.CircularDependencyException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.orm.state.PlannedStep;
import io.athanor.orm.state.StaleDataException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Node;
import io.athanor.tests.family.Owner;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Passport;
import io.athanor.tests.family.Tag;
import io.athanor.tests.family.Thing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a flush writes of related objects, and in which order. */
public abstract class RelatedFlushSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected RelatedFlushSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class, Owner.class, Thing.class, Tag.class, Passport.class, Node.class);
    }

    /** Verb and table of each statement that writes. */
    private List<String> writes() {
        List<String> writes = new ArrayList<>();
        for (String sql : recording.sql()) {
            String[] words = sql.split("\\s+");
            switch (words[0]) {
                case "INSERT", "DELETE" -> writes.add(words[0] + " " + words[2]);
                case "UPDATE" -> writes.add(words[0] + " " + words[1]);
                default -> {}
            }
        }
        return writes;
    }

    private void storeParents() {
        sessions.transaction(session -> {
            Parent one = new Parent("p1");
            one.getChildren().addAll(List.of(new Child("c1"), new Child("c2")));
            session.add(one);
            session.flush();
            session.add(new Parent("p2"));
        });
        recording.clear();
    }

    @Test
    void parentsGoFirstAndTheirKeysIntoTheChildren() {
        try (Session session = sessions.open()) {
            Child child = new Child("c");
            Parent parent = new Parent("p");
            session.add(child);
            session.add(parent);
            child.setParent(parent);
            session.flush();
            assertThat(writes()).containsExactly("INSERT parent", "INSERT child");
            assertThat(child.getParentId()).isEqualTo(parent.getId());
            session.commit();
        }
        assertThat(value("SELECT parent_id FROM child")).isEqualTo(1);
    }

    @Test
    void childrenOfADeletedParentLoseTheirKey() {
        storeParents();
        try (Session session = sessions.open()) {
            session.delete(session.getOne(Parent.class, 1));
            session.commit();
            assertThat(writes()).containsExactly("UPDATE child", "DELETE parent");
        }
        assertThat(value("SELECT count(*) FROM child WHERE parent_id IS NULL")).hasToString("2");
    }

    @Test
    void deletedChildrenGoBeforeTheirParent() {
        storeParents();
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            List<Child> children = List.copyOf(parent.getChildren());
            session.delete(parent);
            children.forEach(session::delete);
            session.commit();
            assertThat(writes()).containsExactly("DELETE child", "DELETE parent");
        }
    }

    @Test
    void childMovesFromParentToParentByOneUpdate() {
        storeParents();
        try (Session session = sessions.open()) {
            Parent one = session.getOne(Parent.class, 1);
            Parent other = session.getOne(Parent.class, 2);
            Child moved = one.getChildren().get(0);
            other.getChildren().add(moved);
            session.commit();
            assertThat(writes()).containsExactly("UPDATE child");
            assertThat(one.getChildren()).hasSize(1);
            assertThat(other.getChildren()).containsExactly(moved);
        }
        assertThat(value("SELECT parent_id FROM child WHERE id = 1")).isEqualTo(2);
    }

    @Test
    void childThatIsTakenAwayLosesItsKeyOnly() {
        storeParents();
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            child.setParent(null);
            session.commit();
            assertThat(writes()).containsExactly("UPDATE child");
        }
        assertThat(value("SELECT count(*) FROM child WHERE parent_id IS NULL")).hasToString("1");
    }

    @Test
    void whatARollbackHasUndoneMakesNoOtherParent() {
        sessions.transaction(session -> {
            Owner first = new Owner();
            first.getThings().add(new Thing("a"));
            session.addAll(List.of(first, new Owner()));
        });
        try (Session session = sessions.open()) {
            Owner first = session.getOne(Owner.class, 1);
            Owner second = session.getOne(Owner.class, 2);
            second.getThings().add(first.getThings().get(0));
            session.rollback();
            first.getThings().remove(0);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM thing")).hasToString("0");
    }

    @Test
    void orphansAreDeleted() {
        sessions.transaction(session -> {
            Owner owner = new Owner();
            owner.getThings().addAll(List.of(new Thing("a"), new Thing("b"), new Thing("c")));
            session.add(owner);
        });
        recording.clear();
        try (Session session = sessions.open()) {
            Owner owner = session.getOne(Owner.class, 1);
            owner.getThings().remove(1);
            Thing never = new Thing("never");
            owner.getThings().add(never);
            owner.getThings().remove(never);
            assertThat(inspect(never).lifecycle()).isEqualTo(Lifecycle.TRANSIENT);
            session.flush();
            assertThat(writes()).containsExactly("DELETE thing");
            recording.clear();
            owner.getThings().clear();
            session.flush();
            assertThat(writes()).containsExactly("DELETE thing");
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM thing")).hasToString("0");
    }

    @Test
    void deletionCascadesToWhatIsNotLoaded() {
        sessions.transaction(session -> {
            Owner owner = new Owner();
            owner.getThings().addAll(List.of(new Thing("a"), new Thing("b")));
            owner.getKept().put("a", owner.getThings().get(0));
            session.add(owner);
        });
        recording.clear();
        sessions.transaction(session -> session.delete(session.getOne(Owner.class, 1)));
        assertThat(writes()).containsExactly("DELETE thing", "DELETE owner");
    }

    @Test
    void linksAreWrittenByDifference() {
        Tag second = new Tag("2");
        try (Session session = sessions.open()) {
            Owner owner = new Owner();
            owner.getTags().addAll(List.of(new Tag("1"), second, new Tag("3")));
            session.add(owner);
            session.flush();
            assertThat(writes().stream().distinct()).containsExactly("INSERT owner", "INSERT tag", "INSERT owner_tag");
            recording.clear();
            owner.getTags().remove(second);
            session.flush();
            assertThat(writes()).containsExactly("DELETE owner_tag");
            assertThat(second.getOwners()).isEmpty();
            recording.clear();
            second.getOwners().add(owner);
            session.flush();
            assertThat(writes()).containsExactly("INSERT owner_tag");
            session.commit();
            recording.clear();
            session.delete(second);
            session.commit();
            assertThat(writes()).containsExactly("DELETE owner_tag", "DELETE tag");
        }
        assertThat(value("SELECT count(*) FROM owner_tag")).hasToString("2");
    }

    @Test
    void missingLinkIsStale() {
        sessions.transaction(session -> {
            Owner owner = new Owner();
            owner.getTags().add(new Tag("1"));
            session.add(owner);
        });
        try (Session session = sessions.open()) {
            Owner owner = session.getOne(Owner.class, 1);
            assertThat(owner.getTags()).hasSize(1);
            run(session, "DELETE FROM owner_tag");
            owner.getTags().clear();
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
            session.rollback();
        }
    }

    @Test
    void singleObjectReplacesAnotherThatWasNotLoaded() {
        sessions.transaction(session -> {
            Owner owner = new Owner();
            owner.setPassport(new Passport("one"));
            session.add(owner);
        });
        try (Session session = sessions.open()) {
            Owner owner = session.getOne(Owner.class, 1);
            recording.clear();
            owner.setPassport(new Passport("two"));
            assertThat(recording.sql()).isEmpty();
            session.flush();
            assertThat(writes()).containsExactly("UPDATE passport", "INSERT passport");
            recording.clear();
            owner.setPassport(null);
            session.flush();
            assertThat(writes()).containsExactly("UPDATE passport");
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM passport WHERE owner_id IS NULL"))
                .hasToString("2");
    }

    @Test
    void treesAreInsertedFromTheRootAndDeletedFromTheLeaves() {
        try (Session session = sessions.open()) {
            Node root = new Node("1");
            Node branch = new Node("2");
            branch.getChildren().add(new Node("3"));
            root.getChildren().add(branch);
            session.add(root);
            session.commit();
            assertThat(writes()).containsExactly("INSERT node", "INSERT node", "INSERT node");
            recording.clear();
            session.delete(root);
            session.commit();
            assertThat(writes()).as("one batch, the leaf first").containsExactly("DELETE node");
        }
        assertThat(value("SELECT count(*) FROM node")).hasToString("0");
    }

    @Test
    void rowsThatReferToEachOtherAreRefused() {
        try (Session session = sessions.open()) {
            Node one = new Node("a");
            Node other = new Node("b");
            one.setParent(other);
            other.setParent(one);
            session.add(one);
            session.add(other);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(CircularDependencyException.class)
                    .hasMessageContaining("Node.parent");
            session.rollback();
        }
    }

    @Test
    void newInstanceTakesTheRowOfADeletedOne() {
        storeParents();
        try (Session session = sessions.open()) {
            Parent old = session.getOne(Parent.class, 2);
            Parent fresh = new Parent("new");
            fresh.setId(2);
            session.delete(old);
            session.add(fresh);
            recording.clear();
            session.flush();
            assertThat(writes()).containsExactly("UPDATE parent");
            assertThat(inspect(old).lifecycle()).isEqualTo(Lifecycle.DELETED);
            assertThat(inspect(fresh).lifecycle()).isEqualTo(Lifecycle.PERSISTENT);
            session.commit();
            assertThat(session.getOne(Parent.class, 2)).isSameAs(fresh);
        }
        assertThat(value("SELECT name FROM parent WHERE id = 2")).isEqualTo("new");
    }

    @Test
    void keyCanBeChangedAndComesBackByRollback() {
        storeParents();
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 2);
            parent.setId(20);
            session.flush();
            assertThat(writes()).containsExactly("UPDATE parent");
            assertThat(session.get(Parent.class, 20)).containsSame(parent);
            assertThat(session.get(Parent.class, 2)).isEmpty();
            session.rollback();
            assertThat(parent.getId()).isEqualTo(2);
            assertThat(session.getOne(Parent.class, 2)).isSameAs(parent);
        }
    }

    @Test
    void planTellsWhatWouldBeWritten() {
        try (Session session = sessions.open()) {
            Owner owner = new Owner();
            owner.getTags().add(new Tag("1"));
            owner.getThings().add(new Thing("x"));
            session.add(owner);
            assertThat(session.plan())
                    .extracting(PlannedStep::verb, PlannedStep::table, PlannedStep::rows)
                    .containsExactly(
                            tuple("INSERT", "owner", 1),
                            tuple("INSERT", "tag", 1),
                            tuple("INSERT", "owner_tag", 1),
                            tuple("INSERT", "thing", 1));
            assertThat(recording.sql()).isEmpty();
            session.flush();
            assertThat(session.plan()).isEmpty();
        }
    }

    @Test
    void rollbackUndoesWhatWasRelated() {
        storeParents();
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            Child first = parent.getChildren().get(0);
            parent.getChildren().clear();
            session.flush();
            session.rollback();
            assertThat(parent.getChildren()).hasSize(2).contains(first);
            assertThat(first.getParent()).isSameAs(parent);
        }
    }
}
