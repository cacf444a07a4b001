package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Owner;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Passport;
import io.athanor.tests.family.Tag;
import io.athanor.tests.family.Thing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copying detached and new instances onto those of a session. */
public abstract class MergeSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected MergeSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class, Owner.class, Thing.class, Tag.class, Passport.class);
    }

    private Parent detached() {
        sessions.transaction(session -> {
            Parent parent = new Parent("p");
            parent.getChildren().addAll(List.of(new Child("c1"), new Child("c2")));
            session.add(parent);
        });
        Parent[] loaded = new Parent[1];
        try (Session session = sessions.open()) {
            loaded[0] = session.getOne(Parent.class, 1);
            assertThat(loaded[0].getChildren()).hasSize(2);
        }
        return loaded[0];
    }

    @Test
    void memberAddedToACollectionThatIsNotLoadedIsMerged() {
        detached();
        Parent[] unread = new Parent[1];
        try (Session session = sessions.open()) {
            unread[0] = session.getOne(Parent.class, 1);
        }
        unread[0].getChildren().add(new Child("c3"));
        try (Session session = sessions.open()) {
            Parent merged = session.merge(unread[0]);
            assertThat(merged.getChildren()).extracting(Child::getName).containsExactly("c1", "c2", "c3");
            session.commit();
            assertThat(merged.getChildren()).hasSize(3);
        }
    }

    @Test
    void detachedGraphIsCopiedOntoTheSessions() {
        Parent detached = detached();
        detached.setName("changed");
        detached.getChildren().get(0).setName("cc");
        detached.getChildren().add(new Child("new"));
        try (Session session = sessions.open()) {
            Parent merged = session.merge(detached);
            assertThat(merged).isNotSameAs(detached);
            assertThat(inspect(detached).lifecycle()).isEqualTo(Lifecycle.DETACHED);
            assertThat(merged.getChildren())
                    .extracting(child -> inspect(child).lifecycle())
                    .containsExactly(Lifecycle.PERSISTENT, Lifecycle.PERSISTENT, Lifecycle.PENDING);
            session.commit();
            assertThat(merged.getChildren()).extracting(Child::getName).containsExactly("cc", "c2", "new");
        }
        assertThat(value("SELECT name FROM parent")).isEqualTo("changed");
    }

    @Test
    void childrenThatAreMissingAreTakenAway() {
        Parent detached = detached();
        detached.getChildren().remove(0);
        sessions.transaction(session -> session.merge(detached));
        assertThat(value("SELECT count(*) FROM child WHERE parent_id IS NULL")).hasToString("1");
    }

    @Test
    void newInstanceWithAKnownKeyChangesWhatItSets() {
        detached();
        Parent given = new Parent("m");
        given.setId(1);
        try (Session session = sessions.open()) {
            Parent merged = session.merge(given);
            assertThat(inspect(merged).lifecycle()).isEqualTo(Lifecycle.PERSISTENT);
            assertThat(merged.getName()).isEqualTo("m");
            assertThat(merged.getChildren()).hasSize(2);
            Parent unknown = new Parent("n");
            unknown.setId(50);
            assertThat(inspect(session.merge(unknown)).lifecycle()).isEqualTo(Lifecycle.PENDING);
            assertThat(inspect(session.merge(new Parent("o"))).lifecycle()).isEqualTo(Lifecycle.PENDING);
            assertThat(session.merge(merged)).isSameAs(merged);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM parent")).hasToString("3");
    }

    @Test
    void nullIsCopiedWhereItWasAssigned() {
        detached();
        Child given = new Child(null);
        given.setId(1);
        try (Session session = sessions.open()) {
            Child merged = session.merge(given);
            session.commit();
            assertThat(merged.getName()).isNull();
            assertThat(merged.getParent()).isNotNull();
            Child parted = new Child("parted");
            parted.setId(1);
            parted.setParent(null);
            session.merge(parted);
            session.commit();
            assertThat(merged.getName()).isEqualTo("parted");
            assertThat(merged.getParent()).isNull();
        }
    }

    @Test
    void newInstanceInTheRowOfADeletedOneWritesWhatItWasGiven() {
        detached();
        try (Session session = sessions.open()) {
            session.delete(session.getOne(Child.class, 1));
            Child heir = new Child("heir");
            heir.setId(1);
            session.add(heir);
            session.commit();
            assertThat(heir.getParent()).isNotNull();
            session.delete(heir);
            Child nameless = new Child(null);
            nameless.setId(1);
            nameless.setParent(null);
            session.add(nameless);
            session.commit();
            assertThat(nameless.getName()).isNull();
            assertThat(nameless.getParent()).isNull();
        }
        assertThat(value("SELECT count(*) FROM child")).hasToString("2");
    }

    @Test
    void mapsSetsAndSingleObjectsAreMergedToo() {
        Owner given = new Owner();
        given.getKept().put("a", new Thing("a"));
        given.getTags().add(new Tag("t"));
        given.setPassport(new Passport("1"));
        try (Session session = sessions.open()) {
            Owner merged = session.merge(given);
            session.commit();
            assertThat(merged.getKept()).containsOnlyKeys("a");
            assertThat(merged.getTags()).extracting(Tag::getName).containsExactly("t");
            assertThat(merged.getPassport().getNumber()).isEqualTo("1");
            assertThat(merged.getPassport()).isNotSameAs(given.getPassport());
        }
    }
}
