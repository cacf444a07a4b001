package io.athanor.tests.suite;

import static io.athanor.orm.Orm.containsEager;
import static io.athanor.orm.Orm.defer;
import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.lazyLoad;
import static io.athanor.orm.Orm.loadOnly;
import static io.athanor.orm.Orm.noLoad;
import static io.athanor.orm.Orm.populateExisting;
import static io.athanor.orm.Orm.raiseLoad;
import static io.athanor.orm.Orm.raiseLoadOnSql;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.subqueryLoad;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.orm.mapper.LoadOption;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.RaisedLoadException;
import io.athanor.sql.error.ArgumentException;
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
import io.athanor.tests.family.Tag;
import io.athanor.tests.family.Tag_;
import io.athanor.tests.family.Thing;
import io.athanor.tests.family.Thing_;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements it takes to load what is related, and that it is what is related. */
public abstract class LoadingSuite extends DatabaseSuite {
    private static final int PARENTS = 1000;
    private static final int CHILDREN = 10;

    private final Registry registry =
            Registry.of(Parent.class, Child.class, Owner.class, Thing.class, Tag.class, Passport.class, Node.class);
    private SessionFactory sessions;

    protected LoadingSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(registry);
    }

    private void fill(String... statements) {
        try (Connection connection = engine.connect()) {
            for (String statement : statements) {
                connection.run(text(statement));
            }
            connection.commit();
        }
        recording.clear();
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining(", "));
    }

    private void fillThousand() {
        fill(
                "INSERT INTO parent (id, name) VALUES " + rows(PARENTS, id -> "(%d, 'p%d')".formatted(id, id)),
                "INSERT INTO child (id, parent_id, name) VALUES "
                        + rows(PARENTS * CHILDREN, id -> "(%d, %d, 'c%d')".formatted(id, (id - 1) / CHILDREN + 1, id)));
    }

    private static void assertComplete(List<Parent> parents) {
        assertThat(parents).hasSize(PARENTS);
        for (Parent parent : parents) {
            assertThat(parent.getChildren())
                    .hasSize(CHILDREN)
                    .allSatisfy(child -> assertThat(child.getParentId()).isEqualTo(parent.getId()));
        }
    }

    private int statementsOf(SessionFactory factory, LoadOption<?>... options) {
        recording.clear();
        try (Session session = factory.open()) {
            assertComplete(session.query(Parent.class).options(options).all());
        }
        return recording.statements().size();
    }

    @Test
    void thousandParentsTakeAsManyStatementsAsTheStrategySays() {
        fillThousand();
        SessionFactory batching = SessionFactory.of(engine, registry, options -> options.batchLazyLoads(true));

        assertThat(statementsOf(sessions, joinedLoad(Parent_.children))).isEqualTo(1);
        assertThat(statementsOf(sessions, subqueryLoad(Parent_.children))).isEqualTo(2);
        int portions = (PARENTS - 1) / engine.dialect().keysAtOnce() + 1;
        assertThat(statementsOf(sessions, selectinLoad(Parent_.children))).isEqualTo(1 + portions);
        assertThat(statementsOf(batching)).isEqualTo(1 + portions);
        assertThat(statementsOf(sessions)).isEqualTo(PARENTS + 1);
    }

    // -- paths -------------------------------------------------------------------------------------------------------

    private void fillFamily() {
        fill(
                "INSERT INTO parent (id, name) VALUES (1, 'p1'), (2, 'p2'), (3, 'p3')",
                "INSERT INTO child (id, parent_id, name) VALUES (1, 1, 'c1'), (2, 1, 'c2'), (3, 2, 'c3')");
    }

    private static List<List<String>> names(List<Parent> parents) {
        return parents.stream()
                .map(parent -> parent.getChildren().stream().map(Child::getName).toList())
                .toList();
    }

    @Test
    void limitIsOneOfParents() {
        fillFamily();
        try (Session session = sessions.open()) {
            List<Parent> parents = session.query(Parent.class)
                    .options(joinedLoad(Parent_.children))
                    .orderBy(Parent_.name.desc())
                    .limit(2)
                    .all();

            assertThat(parents).extracting(Parent::getName).containsExactly("p3", "p2");
            assertThat(names(parents)).containsExactly(List.of(), List.of("c3"));
            assertThat(recording.statements()).hasSize(1);
        }
    }

    @Test
    void referencesAreJoined() {
        fillFamily();
        try (Session session = sessions.open()) {
            List<Child> children = session.query(Child.class)
                    .options(joinedLoad(Child_.parent))
                    .orderBy(Child_.id)
                    .limit(2)
                    .all();

            assertThat(children)
                    .extracting(child -> child.getParent().getName())
                    .containsExactly("p1", "p1");
            assertThat(recording.statements()).hasSize(1);
        }
    }

    @Test
    void referencesAreLoadedOnceEach() {
        fillFamily();
        try (Session session = sessions.open()) {
            List<Child> children = session.query(Child.class)
                    .options(selectinLoad(Child_.parent))
                    .orderBy(Child_.id)
                    .all();

            assertThat(children)
                    .extracting(child -> child.getParent().getName())
                    .containsExactly("p1", "p1", "p2");
            assertThat(recording.statements()).hasSize(2);
        }
    }

    @Test
    void manyToManyIsLoadedInEveryWay() {
        fill(
                "INSERT INTO owner (id) VALUES (1), (2)",
                "INSERT INTO tag (id, name) VALUES (1, 't1'), (2, 't2')",
                "INSERT INTO owner_tag (owner_id, tag_id) VALUES (1, 1), (1, 2), (2, 2)");
        for (LoadOption<?> option :
                List.of(joinedLoad(Owner_.tags), selectinLoad(Owner_.tags), subqueryLoad(Owner_.tags))) {
            recording.clear();
            try (Session session = sessions.open()) {
                List<Owner> owners = session.query(Owner.class)
                        .options(option)
                        .orderBy(Owner_.id)
                        .all();

                assertThat(owners)
                        .extracting(owner -> owner.getTags().stream()
                                .map(Tag::getName)
                                .sorted()
                                .toList())
                        .containsExactly(List.of("t1", "t2"), List.of("t2"));
                assertThat(recording.statements()).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void mapsAreFilledByKey() {
        fill(
                "INSERT INTO owner (id) VALUES (1)",
                "INSERT INTO thing (id, name, keeper_id) VALUES (1, 'cup', 1), (2, 'hat', 1)");
        try (Session session = sessions.open()) {
            Owner owner = session.query(Owner.class)
                    .options(selectinLoad(Owner_.kept).joinedLoad(Thing_.keeper))
                    .one();

            assertThat(owner.getKept()).containsOnlyKeys("cup", "hat");
            assertThat(owner.getKept().get("cup").getKeeper()).isSameAs(owner);
            assertThat(recording.statements()).hasSize(2);
        }
    }

    @Test
    void depthGoesDownATree() {
        fill("INSERT INTO node (id, parent_id, name) VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c'), (4, 3, 'd')");
        try (Session session = sessions.open()) {
            Node root = session.query(Node.class)
                    .filter(Node_.id.eq(1))
                    .options(selectinLoad(Node_.children).recursionDepth(2))
                    .one();
            Node last =
                    root.getChildren().get(0).getChildren().get(0).getChildren().get(0);

            assertThat(last.getName()).isEqualTo("d");
            assertThat(recording.statements()).hasSize(4);
        }
    }

    @Test
    void conditionLeavesOthersOut() {
        fillFamily();
        for (LoadOption<?> option : List.of(
                joinedLoad(Parent_.children).where(Child_.name.ne("c1")),
                selectinLoad(Parent_.children).where(Child_.name.ne("c1")),
                subqueryLoad(Parent_.children).where(Child_.name.ne("c1")))) {
            try (Session session = sessions.open()) {
                List<Parent> parents = session.query(Parent.class)
                        .options(option)
                        .orderBy(Parent_.id)
                        .all();

                assertThat(names(parents)).containsExactly(List.of("c2"), List.of("c3"), List.of());
            }
        }
    }

    @Test
    void conditionNeedsARelationshipBeforeIt() {
        assertThatThrownBy(() -> loadOnly(Parent_.name).where(Child_.name.ne("c1")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("where(…) needs a relationship before it");
        assertThatThrownBy(() -> selectinLoad(Parent_.children).innerJoin())
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("SELECTIN");
    }

    @Test
    void joinOfTheStatementFillsCollections() {
        fillFamily();
        var alias = Child_.as("k");
        try (Session session = sessions.open()) {
            List<Parent> parents = session.execute(select(Parent.class)
                            .join(Parent_.children.as(alias))
                            .where(alias.name.eq("c2"))
                            .options(containsEager(Parent_.children, alias)))
                    .all();

            assertThat(names(parents)).containsExactly(List.of("c2"));
            assertThat(recording.statements()).hasSize(1);
        }
    }

    // -- guards ------------------------------------------------------------------------------------------------------

    @Test
    void guardNamesAttributePlaceAndRemedy() {
        fillFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(raiseLoad(Parent_.children))
                    .orderBy(Parent_.id)
                    .first()
                    .orElseThrow();

            assertThatThrownBy(() -> parent.getChildren().size())
                    .isInstanceOf(RaisedLoadException.class)
                    .hasMessageContaining("[Parent.children]")
                    .hasMessageContaining("LoadingSuite.java:")
                    .hasMessageContaining("options(selectinLoad(Parent_.children))");
        }
    }

    @Test
    void everythingElseRaises() {
        fillFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(selectinLoad(Parent_.children), raiseLoad())
                    .filter(Parent_.id.eq(1))
                    .one();
            Child child = parent.getChildren().get(0);

            assertThatThrownBy(child::getParent).isInstanceOf(RaisedLoadException.class);
        }
    }

    @Test
    void guardAgainstSqlFindsWhatTheSessionHas() {
        fillFamily();
        try (Session session = sessions.open()) {
            Parent first = session.getOne(Parent.class, 1);
            List<Child> children = session.query(Child.class)
                    .options(raiseLoadOnSql(Child_.parent))
                    .orderBy(Child_.id)
                    .all();

            assertThat(children.get(0).getParent()).isSameAs(first);
            assertThatThrownBy(() -> children.get(2).getParent()).isInstanceOf(RaisedLoadException.class);
        }
    }

    @Test
    void nothingSeemsToBeThere() {
        fillFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(noLoad(Parent_.children))
                    .filter(Parent_.id.eq(1))
                    .one();

            assertThat(parent.getChildren()).isEmpty();
            assertThat(recording.statements()).hasSize(1);
        }
    }

    // -- columns -----------------------------------------------------------------------------------------------------

    @Test
    void deferredColumnIsLoadedAlone() {
        fillFamily();
        for (LoadOption<Parent> option : List.of(defer(Parent_.name), loadOnly(Parent_.id))) {
            try (Session session = sessions.open()) {
                Parent parent = session.query(Parent.class)
                        .options(option)
                        .filter(Parent_.id.eq(1))
                        .one();
                assertThat(inspect(parent).unloaded()).contains("name");
                recording.clear();

                assertThat(parent.getName()).isEqualTo("p1");
                assertThat(parent.getName()).isEqualTo("p1");
                assertThat(recording.statements()).hasSize(1);
            }
        }
    }

    @Test
    void deferredColumnCanBeWrittenUnseen() {
        fillFamily();
        sessions.transaction(session -> session.query(Parent.class)
                .options(defer(Parent_.name))
                .filter(Parent_.id.eq(1))
                .one()
                .setName("other"));

        assertThat(value("SELECT name FROM parent WHERE id = 1")).isEqualTo("other");
    }

    @Test
    void columnsOfRelatedObjectsCanBeChosen() {
        fillFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(joinedLoad(Parent_.children).loadOnly(Child_.id))
                    .filter(Parent_.id.eq(2))
                    .one();

            assertThat(inspect(parent.getChildren().get(0)).unloaded()).contains("name");
            assertThat(recording.statements()).hasSize(1);
            assertThat(parent.getChildren().get(0).getName()).isEqualTo("c3");
        }
    }

    // -- what is there already ---------------------------------------------------------------------------------------

    @Test
    void loadedCollectionIsLeftAloneUnlessItIsPopulatedAnew() {
        fillFamily();
        try (Session session = sessions.open()) {
            Parent parent = session.getOne(Parent.class, 1);
            assertThat(parent.getChildren()).hasSize(2);
            run(session, "DELETE FROM child WHERE id = 1");

            session.query(Parent.class).options(selectinLoad(Parent_.children)).all();
            assertThat(parent.getChildren()).hasSize(2);

            session.query(Parent.class)
                    .options(selectinLoad(Parent_.children), populateExisting())
                    .all();
            assertThat(parent.getChildren()).hasSize(1);
        }
    }

    @Test
    void optionHoldsForWhatIsLoadedLater() {
        fillFamily();
        try (Session session = sessions.open()) {
            Child child = session.query(Child.class)
                    .options(lazyLoad(Child_.parent).selectinLoad(Parent_.children))
                    .filter(Child_.id.eq(1))
                    .one();
            recording.clear();

            assertThat(child.getParent().getChildren()).hasSize(2);
            assertThat(recording.statements()).hasSize(2);
        }
    }

    @Test
    void twoQueriesWithDifferentOptionsHaveDifferentPlans() {
        fillFamily();
        for (String name : List.of("c1", "c2", "c1")) {
            try (Session session = sessions.open()) {
                Parent parent = session.query(Parent.class)
                        .options(joinedLoad(Parent_.children).where(Child_.name.eq(name)))
                        .filter(Parent_.id.eq(1))
                        .one();

                assertThat(parent.getChildren()).extracting(Child::getName).containsExactly(name);
            }
        }
    }

    @Test
    void tagsKnowTheirOwnersInOrder() {
        fill(
                "INSERT INTO owner (id) VALUES (1), (2)",
                "INSERT INTO tag (id, name) VALUES (1, 't')",
                "INSERT INTO owner_tag (owner_id, tag_id) VALUES (2, 1), (1, 1)");
        try (Session session = sessions.open()) {
            Tag tag = session.query(Tag.class).options(joinedLoad(Tag_.owners)).one();

            assertThat(tag.getOwners()).extracting(Owner::getId).containsExactly(1, 2);
        }
    }
}
