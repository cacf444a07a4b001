package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.withParent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Child_;
import io.athanor.tests.family.Node;
import io.athanor.tests.family.Node_;
import io.athanor.tests.family.Owner;
import io.athanor.tests.family.Owner_;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Parent_;
import io.athanor.tests.family.Passport;
import io.athanor.tests.family.Passport_;
import io.athanor.tests.family.Tag;
import io.athanor.tests.family.Tag_;
import io.athanor.tests.family.Thing;
import io.athanor.tests.family.Thing_;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How related objects are kept in step in memory, loaded and asked for. */
public abstract class RelationshipSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected RelationshipSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class, Owner.class, Thing.class, Tag.class, Passport.class, Node.class);
    }

    private List<String> selects() {
        return recording.sql().stream()
                .map(sql -> sql.substring(sql.indexOf("FROM")).replace("\n", ""))
                .toList();
    }

    // -- in memory ---------------------------------------------------------------------------------------------------

    @Test
    void bothSidesOfTransientObjectsAreKeptInStep() {
        Parent one = new Parent("1");
        Parent other = new Parent("2");
        Child child = new Child("c");
        one.getChildren().add(child);
        assertThat(child.getParent()).isSameAs(one);
        child.setParent(other);
        assertThat(one.getChildren()).isEmpty();
        assertThat(other.getChildren()).containsExactly(child);
        other.getChildren().remove(child);
        assertThat(child.getParent()).isNull();
        one.setChildren(new ArrayList<>(List.of(child)));
        other.setChildren(new ArrayList<>(List.of(child)));
        assertThat(one.getChildren()).isEmpty();
        assertThat(child.getParent()).isSameAs(other);
    }

    @Test
    void setsMapsAndSingleObjectsAreKeptInStepToo() {
        Owner owner = new Owner();
        Tag tag = new Tag("t");
        owner.getTags().add(tag);
        assertThat(tag.getOwners()).containsExactly(owner);
        tag.getOwners().clear();
        assertThat(owner.getTags()).isEmpty();
        Thing thing = new Thing("x");
        owner.getKept().put("x", thing);
        assertThat(thing.getKeeper()).isSameAs(owner);
        thing.setKeeper(null);
        assertThat(owner.getKept()).isEmpty();
        Passport passport = new Passport("1");
        owner.setPassport(passport);
        assertThat(passport.getOwner()).isSameAs(owner);
        Owner second = new Owner();
        passport.setOwner(second);
        assertThat(owner.getPassport()).isNull();
        assertThat(second.getPassport()).isSameAs(passport);
    }

    @Test
    void addingAnObjectAddsWhatItIsRelatedTo() {
        try (Session session = sessions.open()) {
            Parent parent = new Parent("p");
            parent.getChildren().add(new Child("c"));
            session.add(parent);
            assertThat(session.newObjects()).hasSize(2);
            Child late = new Child("d");
            parent.getChildren().add(late);
            assertThat(inspect(late).lifecycle()).isEqualTo(Lifecycle.PENDING);
            Child back = new Child("e");
            back.setParent(parent);
            assertThat(inspect(back).lifecycle()).isEqualTo(Lifecycle.TRANSIENT);
        }
    }

    // -- loading -----------------------------------------------------------------------------------------------------

    private void storeFamily() {
        try (var connection = engine.connect()) {
            for (String sql : List.of(
                    "INSERT INTO parent (id, name) VALUES (1, 'p1')",
                    "INSERT INTO parent (id, name) VALUES (2, 'p2')",
                    "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1')",
                    "INSERT INTO child (id, parent_id, name) VALUES (2, 1, 'c2')",
                    "INSERT INTO child (id, parent_id, name) VALUES (3, NULL, 'c3')")) {
                connection.run(io.athanor.sql.Sql.text(sql));
            }
            connection.commit();
        }
        recording.clear();
    }

    @Test
    void collectionIsLoadedOnceWhenItIsRead() {
        storeFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            recording.clear();
            List<Child> children = parent.getChildren();
            assertThat(recording.sql()).isEmpty();
            assertThat(children).extracting(Child::getName).containsExactly("c1", "c2");
            assertThat(children.get(0).getParent()).isSameAs(parent);
            assertThat(selects()).containsExactly("FROM child WHERE ? = child.parent_id ORDER BY child.id");
        }
    }

    @Test
    void singleObjectComesFromTheIdentityMapOrByItsKey() {
        storeFamily();
        try (Session session = sessions.open()) {
            Child child = session.getOne(Child.class, 1);
            Child orphan = session.getOne(Child.class, 3);
            recording.clear();
            assertThat(child.getParent().getName()).isEqualTo("p1");
            assertThat(selects()).containsExactly("FROM parent WHERE parent.id = ?");
            recording.clear();
            assertThat(session.getOne(Child.class, 2).getParent()).isSameAs(child.getParent());
            assertThat(orphan.getParent()).isNull();
            assertThat(recording.sql()).hasSize(1);
        }
    }

    @Test
    void unloadedRelationshipOfADetachedObjectIsRefused() {
        storeFamily();
        Parent parent = sessions.inTransaction(session -> session.getOne(Parent.class, 1));
        assertThatThrownBy(() -> parent.getChildren().size())
                .isInstanceOf(DetachedInstanceException.class)
                .hasMessageContaining("Parent.children");
    }

    @Test
    void whatWasAddedBeforeLoadingFollowsWhatIsLoaded() {
        storeFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            Child child = new Child("n");
            recording.clear();
            child.setParent(parent);
            assertThat(recording.sql()).isEmpty();
            assertThat(inspect(parent).history(Parent_.children).added()).containsExactly(child);
            session.noAutoflush(quiet ->
                    assertThat(parent.getChildren()).extracting(Child::getName).containsExactly("c1", "c2", "n"));
            assertThat(inspect(parent).history(Parent_.children).added()).containsExactly(child);
        }
    }

    // -- querying ----------------------------------------------------------------------------------------------------

    @Test
    void relationshipsAreComparedWithObjects() {
        storeFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            Child child = session.getOne(Child.class, 1);
            recording.clear();
            session.query(Child.class).filter(Child_.parent.eq(parent)).all();
            session.query(Child.class).filter(Child_.parent.ne(parent)).all();
            assertThat(session.query(Parent.class)
                            .filter(Parent_.children.contains(child))
                            .all())
                    .containsExactly(parent);
            session.query(Parent.class)
                    .filter(Parent_.children.contains(child).not())
                    .all();
            assertThat(session.query(Child.class)
                            .filter(withParent(parent, Parent_.children))
                            .all())
                    .hasSize(2);
            assertThat(selects())
                    .containsExactly(
                            "FROM child WHERE ? = child.parent_id",
                            "FROM child WHERE child.parent_id != ? OR child.parent_id IS NULL",
                            "FROM parent WHERE parent.id = ?",
                            "FROM parent WHERE parent.id != ?",
                            "FROM child WHERE ? = child.parent_id");
        }
    }

    @Test
    void relationshipsAreJoinedAndAskedForByExists() {
        storeFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            recording.clear();
            assertThat(session.query(Parent.class).join(Parent_.children).all()).containsExactly(parent);
            session.query(Parent.class).filter(Parent_.children.any()).all();
            session.query(Parent.class)
                    .filter(Parent_.children.any(Child_.name.like("c%")))
                    .all();
            session.query(Child.class)
                    .filter(Child_.parent.has(Parent_.name.eq("p1")).not())
                    .all();
            session.query(Child.class).filter(Child_.parent.isNull()).all();
            session.query(Child.class).filter(Child_.parent.isNotNull()).all();
            assertThat(selects())
                    .containsExactly(
                            "FROM parent JOIN child ON parent.id = child.parent_id",
                            "FROM parent WHERE EXISTS (SELECT 1 FROM child WHERE parent.id = child.parent_id)",
                            "FROM parent WHERE EXISTS (SELECT 1 FROM child WHERE parent.id = child.parent_id AND child.name LIKE ?)",
                            "FROM child WHERE NOT (EXISTS (SELECT 1 FROM parent WHERE parent.id = child.parent_id AND parent.name = ?))",
                            "FROM child WHERE child.parent_id IS NULL",
                            "FROM child WHERE child.parent_id IS NOT NULL");
        }
    }

    @Test
    void secondaryTablesAndAliasesAreJoined() {
        try (Session session = sessions.open()) {
            session.query(Owner.class).join(Owner_.tags).all();
            session.query(Owner.class).outerJoin(Owner_.tags).all();
            session.query(Owner.class)
                    .filter(Owner_.tags.any(Tag_.name.eq("t")))
                    .all();
            var child = Node_.as("c");
            session.query(Node.class)
                    .join(Node_.children.as(child))
                    .filter(child.name.eq("x"))
                    .all();
            session.query(Node.class)
                    .filter(Node_.children.any(Node_.name.eq("x")))
                    .all();
            session.query(Owner.class).filter(Owner_.passport.isNull()).all();
            session.query(Thing.class)
                    .join(Thing_.owner)
                    .filter(Thing_.keeper.isNull())
                    .all();
            session.query(Owner.class)
                    .join(Owner_.passport.on(Passport_.number.eq("1")))
                    .all();
            assertThat(selects())
                    .containsExactly(
                            "FROM owner JOIN owner_tag AS owner_tag_1 ON owner.id = owner_tag_1.owner_id JOIN tag ON tag.id = owner_tag_1.tag_id",
                            "FROM owner LEFT OUTER JOIN (owner_tag AS owner_tag_1 JOIN tag ON tag.id = owner_tag_1.tag_id) ON owner.id = owner_tag_1.owner_id",
                            "FROM owner WHERE EXISTS (SELECT 1 FROM owner_tag, tag WHERE owner.id = owner_tag.owner_id AND tag.id = owner_tag.tag_id AND tag.name = ?)",
                            "FROM node JOIN node AS c ON node.id = c.parent_id WHERE c.name = ?",
                            "FROM node WHERE EXISTS (SELECT 1 FROM node AS node_1 WHERE node.id = node_1.parent_id AND node_1.name = ?)",
                            "FROM owner WHERE NOT (EXISTS (SELECT 1 FROM passport WHERE owner.id = passport.owner_id))",
                            "FROM thing JOIN owner ON owner.id = thing.owner_id WHERE thing.keeper_id IS NULL",
                            "FROM owner JOIN passport ON owner.id = passport.owner_id AND passport.number = ?");
        }
    }
}
