package io.athanor.tests.suite;

import static io.athanor.orm.Orm.containsEager;
import static io.athanor.orm.Orm.defaultLoad;
import static io.athanor.orm.Orm.insert;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.populateExisting;
import static io.athanor.orm.Orm.raiseLoad;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.update;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.RaisedLoadException;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.ForUpdate;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Child_;
import io.athanor.tests.family.Node;
import io.athanor.tests.family.Owner;
import io.athanor.tests.family.Owner_;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Parent_;
import io.athanor.tests.family.Passport;
import io.athanor.tests.family.Tag;
import io.athanor.tests.family.Tag_;
import io.athanor.tests.family.Thing;
import io.athanor.tests.family.Thing_;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Options in chains, with wildcards, and for statements that were written otherwise. */
public abstract class LoadPathsSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected LoadPathsSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class, Owner.class, Thing.class, Tag.class, Passport.class, Node.class);
        sessions.transaction(session -> {
            for (int i = 1; i <= 3; i++) {
                Parent parent = new Parent("p" + i);
                parent.getChildren().addAll(List.of(new Child("a" + i), new Child("b" + i)));
                session.add(parent);
            }
            Owner first = new Owner();
            Owner second = new Owner();
            session.addAll(List.of(first, second));
            first.getThings().add(new Thing("pen"));
            second.getThings().add(new Thing("ink"));
            Tag red = new Tag("red");
            first.getTags().addAll(List.of(red, new Tag("blue")));
            second.getTags().add(red);
        });
        recording.clear();
    }

    @Test
    void chainGoesThreeRelationshipsDeep() {
        try (Session session = sessions.open()) {
            Tag red = session.query(Tag.class)
                    .options(selectinLoad(Tag_.owners)
                            .joinedLoad(Owner_.things)
                            .selectinLoad(Thing_.keeper)
                            .raiseLoad())
                    .filter(Tag_.name.eq("red"))
                    .one();
            recording.clear();
            assertThat(red.getOwners())
                    .hasSize(2)
                    .allSatisfy(owner ->
                            assertThat(owner.getThings().get(0).getKeeper()).isNull());
            assertThat(recording.lines()).isEmpty();
        }
    }

    @Test
    void nestedGuardRaisesAtItsPlaceAlone() {
        try (Session session = sessions.open()) {
            Tag red = session.query(Tag.class)
                    .options(selectinLoad(Tag_.owners).options(selectinLoad(Owner_.things), raiseLoad(Owner_.tags)))
                    .filter(Tag_.name.eq("red"))
                    .one();
            Owner owner = red.getOwners().get(0);
            assertThat(owner.getThings()).hasSize(1);
            assertThat(owner.getKept()).isEmpty();
            assertThatThrownBy(() -> owner.getTags().size())
                    .isInstanceOf(RaisedLoadException.class)
                    .hasMessageContaining("Owner.tags");
        }
    }

    @Test
    void wildcardYieldsToWhatIsNamed() {
        try (Session session = sessions.open()) {
            Owner owner = session.query(Owner.class)
                    .options(raiseLoad(), selectinLoad(Owner_.things))
                    .filter(Owner_.id.eq(1))
                    .one();
            assertThat(owner.getThings()).hasSize(1);
            assertThatThrownBy(() -> owner.getTags().size()).isInstanceOf(RaisedLoadException.class);
            assertThatThrownBy(() -> owner.getThings().get(0).getKeeper()).isInstanceOf(RaisedLoadException.class);
        }
        try (Session session = sessions.open()) {
            Owner owner = session.query(Owner.class)
                    .options(defaultLoad(Owner_.things).raiseLoad())
                    .filter(Owner_.id.eq(1))
                    .one();
            assertThat(owner.getTags()).hasSize(2);
            assertThatThrownBy(() -> owner.getThings().get(0).getKeeper()).isInstanceOf(RaisedLoadException.class);
        }
    }

    @Test
    void eagerWildcardEndsWhereItWouldLeadBack() {
        try (Session session = sessions.open()) {
            List<Parent> parents = session.query(Parent.class)
                    .options(selectinLoad())
                    .orderBy(Parent_.id)
                    .all();
            assertThat(recording.sql("SELECT")).hasSize(2);
            assertThat(parents)
                    .allSatisfy(parent -> assertThat(parent.getChildren()).hasSize(2));
        }
        sessions.transaction(session -> {
            Node root = new Node("root");
            root.getChildren().add(new Node("leaf"));
            session.add(root);
        });
        try (Session session = sessions.open()) {
            assertThat(session.query(Node.class).options(joinedLoad()).all()).hasSize(2);
        }
    }

    @Test
    void manyToManyJoinedWithALimitKeepsAllMembers() {
        try (Session session = sessions.open()) {
            List<Owner> owners = session.query(Owner.class)
                    .options(joinedLoad(Owner_.tags))
                    .orderBy(Owner_.id)
                    .limit(1)
                    .all();
            assertThat(owners).hasSize(1);
            recording.clear();
            assertThat(owners.get(0).getTags()).hasSize(2);
            assertThat(recording.lines()).isEmpty();
        }
    }

    @Test
    void containedAliasFillsTheCollectionAndGoesOn() {
        var some = Child_.as("some");
        try (Session session = sessions.open()) {
            List<Parent> parents = session.query(Parent.class)
                    .join(Parent_.children.as(some))
                    .filter(some.name.like("a%"))
                    .options(containsEager(Parent_.children, some).selectinLoad(Child_.parent))
                    .orderBy(Parent_.id)
                    .all();
            recording.clear();
            assertThat(parents)
                    .extracting(parent -> parent.getChildren().get(0).getName())
                    .containsExactly("a1", "a2", "a3");
            assertThat(parents).allSatisfy(parent -> {
                assertThat(parent.getChildren()).hasSize(1);
                assertThat(parent.getChildren().get(0).getParent()).isSameAs(parent);
            });
            assertThat(recording.lines()).isEmpty();
        }
    }

    @Test
    void whatIsMadeOfRowsSeesWhatIsLoadedAlong() {
        try (Session session = sessions.open()) {
            for (var option : List.of(selectinLoad(Parent_.children), joinedLoad(Parent_.children))) {
                session.expungeAll();
                recording.clear();
                assertThat(session.query(Parent.class)
                                .options(option)
                                .orderBy(Parent_.id)
                                .map(parent -> parent.getChildren().size())
                                .all())
                        .containsExactly(2, 2, 2);
                assertThat(recording.sql("SELECT")).hasSizeLessThan(3);
            }
        }
    }

    @Test
    void rowsOfAQueryThatHoldEntitiesComeOnce() {
        try (Session session = sessions.open()) {
            assertThat(session.query(Parent.class).join(Parent_.children).all()).hasSize(3);
            assertThat(session.query(Parent_.entity(), Parent_.name)
                            .join(Parent_.children)
                            .all())
                    .hasSize(3);
            assertThat(session.query(Parent_.name).join(Parent_.children).all()).hasSize(6);
            assertThat(session.execute(select(Parent.class).join(Parent_.children))
                            .all())
                    .hasSize(6);
        }
    }

    @Test
    void comparisonsWithObjectsAreCompiledOnceAndKeepTheirValues() {
        var alias = Child_.as("c");
        try (Session session = sessions.open()) {
            List<Parent> parents =
                    session.query(Parent.class).orderBy(Parent_.id).all();
            List<Tag> tags = session.query(Tag.class).orderBy(Tag_.id).all();
            Runnable[] compare = {
                () -> assertThat(parents)
                        .extracting(parent -> session.query(Child_.name)
                                .filter(Child_.parent.eq(parent))
                                .orderBy(Child_.id)
                                .all())
                        .containsExactly(List.of("a1", "b1"), List.of("a2", "b2"), List.of("a3", "b3")),
                () -> assertThat(parents)
                        .extracting(parent -> session.query(Child.class)
                                .withParent(parent, Parent_.children)
                                .count())
                        .containsOnly(2L),
                () -> assertThat(tags)
                        .extracting(tag -> session.query(Owner.class)
                                .filter(Owner_.tags.contains(tag))
                                .count())
                        .containsExactly(2L, 1L)
            };
            for (Runnable each : compare) {
                each.run();
            }
            long misses = engine.statementCache().misses();
            for (Runnable each : compare) {
                each.run();
            }
            assertThat(engine.statementCache().misses()).isEqualTo(misses);
            assertThat(session.query(alias.name)
                            .filter(alias.parent.eq(parents.get(2)))
                            .orderBy(alias.id)
                            .all())
                    .containsExactly("a3", "b3");
        }
    }

    // -- statements that were written otherwise ----------------------------------------------------------------------

    @Test
    void optionsHoldForWrittenStatements() {
        var written = text("SELECT id, name FROM parent ORDER BY id");
        try (Session session = sessions.open()) {
            List<Parent> parents = session.query(Parent.class)
                    .fromStatement(written)
                    .options(selectinLoad(Parent_.children))
                    .all();
            assertThat(recording.sql("SELECT")).hasSize(2);
            assertThat(parents)
                    .allSatisfy(parent -> assertThat(parent.getChildren()).hasSize(2));
            assertThatThrownBy(() -> session.query(Parent.class)
                            .options(joinedLoad(Parent_.children))
                            .fromStatement(written)
                            .all())
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("Parent.children")
                    .hasMessageContaining("containsEager");
        }
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(raiseLoad())
                    .fromStatement(written)
                    .all()
                    .get(0);
            assertThatThrownBy(() -> parent.getChildren().size()).isInstanceOf(RaisedLoadException.class);
        }
    }

    @Test
    void optionsHoldForWhatAChangeReturns() {
        if (!has(Capability.UPDATE_RETURNING)) {
            return;
        }
        try (Session session = sessions.open()) {
            List<Parent> parents = session.execute(update(Parent.class)
                            .set(Parent_.name, "changed")
                            .where(Parent_.id.lt(3))
                            .options(selectinLoad(Parent_.children))
                            .returning(Parent_.entity()))
                    .all();
            recording.clear();
            assertThat(parents)
                    .hasSize(2)
                    .allSatisfy(parent -> assertThat(parent.getChildren()).hasSize(2));
            assertThat(recording.lines()).isEmpty();
        }
    }

    @Test
    void insertedRowsAreEntities() {
        if (!has(Capability.INSERT_RETURNING)) {
            return;
        }
        try (Session session = sessions.open()) {
            Parent parent = session.execute(
                            insert(Parent.class).set(Parent_.name, "new").returning(Parent_.entity()))
                    .one();
            assertThat(parent.getChildren()).isEmpty();
            assertThat(session.getOne(Parent.class, parent.getId())).isSameAs(parent);
        }
    }

    // -- overwriting and locking -------------------------------------------------------------------------------------

    @Test
    void populatingAnewDropsPendingChangesAndMembers() {
        try (Session session = sessions.open()) {
            session.noAutoflush(quiet -> {
                Parent parent = quiet.getOne(Parent.class, 1);
                parent.setName("pending");
                parent.getChildren().remove(0);
                quiet.query(Parent.class).filter(Parent_.id.eq(1)).one();
                assertThat(parent.getName()).isEqualTo("pending");
                assertThat(parent.getChildren()).hasSize(1);
                quiet.query(Parent.class)
                        .filter(Parent_.id.eq(1))
                        .options(selectinLoad(Parent_.children))
                        .populateExisting()
                        .one();
                assertThat(parent.getName()).isEqualTo("p1");
                assertThat(parent.getChildren()).hasSize(2);
                assertThat(quiet.query(Parent.class).options(populateExisting()).count())
                        .isEqualTo(3);
            });
        }
    }

    @Test
    void lockedRowsAreReadButNotOverwritten() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            run(session, "UPDATE parent SET name = 'meanwhile' WHERE id = 1");
            assertThat(session.query(Parent.class)
                            .filter(Parent_.id.eq(1))
                            .withForUpdate()
                            .one()
                            .getName())
                    .isEqualTo("p1");
            session.query(Parent.class)
                    .filter(Parent_.id.eq(1))
                    .withForUpdate()
                    .populateExisting()
                    .one();
            assertThat(parent.getName()).isEqualTo("meanwhile");
            run(session, "UPDATE parent SET name = 'again' WHERE id = 1");
            session.refresh(parent, ForUpdate.UPDATE);
            assertThat(parent.getName()).isEqualTo("again");
        }
    }

    @Test
    void ownersAreLockedWhereOthersAreJoinedToThem() {
        try (Session session = sessions.open()) {
            assertThat(session.query(Child.class)
                            .join(Child_.parent)
                            .withForUpdate()
                            .all())
                    .hasSize(6);
        }
    }

    @Test
    void oneRelationshipIsExpiredAlone() {
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            assertThat(parent.getChildren().size()).isPositive();
            parent.setName("kept");
            session.expire(parent, Parent_.children);
            recording.clear();
            assertThat(parent.getName()).isEqualTo("kept");
            assertThat(recording.lines()).isEmpty();
            assertThat(parent.getChildren()).hasSize(2);
            assertThat(session.dirty()).isEmpty();
        }
    }
}
