package io.athanor.tests.suite;

import static io.athanor.orm.Orm.immediateLoad;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.subqueryLoad;
import static io.athanor.orm.Orm.update;
import static io.athanor.orm.Orm.withLoaderCriteria;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.orm.mapper.LoadOption;
import io.athanor.orm.mapper.LoaderCriteria;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Child_;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Parent_;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions on every use of an entity. */
public abstract class CriteriaSuite extends DatabaseSuite {
    private static final LoaderCriteria<Child> KEPT = withLoaderCriteria(Child.class, Child_.name.like("k%"));

    private SessionFactory sessions;

    protected CriteriaSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class);
        sessions.transaction(session -> {
            Parent one = new Parent("one");
            one.getChildren().addAll(List.of(new Child("kept"), new Child("gone")));
            Parent two = new Parent("two");
            two.getChildren().add(new Child("gone too"));
            session.addAll(List.of(one, two));
        });
        recording.clear();
    }

    @Test
    void selectedEntityIsRestricted() {
        try (Session session = sessions.open()) {
            assertThat(session.query(Child.class).options(KEPT).all())
                    .extracting(Child::getName)
                    .containsExactly("kept");
            assertThat(session.query(Child.class).options(KEPT).count()).isOne();
            assertThat(session.execute(select(func.count(Child_.id)).options(KEPT))
                            .one())
                    .isOne();
            assertThat(session.query(Child_.name).options(KEPT).all()).containsExactly("kept");
        }
    }

    @Test
    void joinedEntityIsRestrictedByTheJoin() {
        try (Session session = sessions.open()) {
            assertThat(session.query(Parent_.name)
                            .join(Parent_.children)
                            .options(KEPT)
                            .all())
                    .containsExactly("one");
            var outer = select(Parent_.name, Child_.name)
                    .outerJoin(Parent_.children)
                    .orderBy(Parent_.id)
                    .options(KEPT);
            assertThat(session.execute(outer).all())
                    .extracting(row -> row.get(0) + " " + row.get(1))
                    .containsExactly("one kept", "two null");
            var inferred = select(Parent_.name, Child_.name)
                    .from(Parent_.entity())
                    .outerJoin(Child_.entity())
                    .orderBy(Parent_.id)
                    .options(KEPT);
            assertThat(session.execute(inferred).all())
                    .extracting(row -> row.get(0) + " " + row.get(1))
                    .containsExactly("one kept", "two null");
        }
    }

    @Test
    void subqueriesAreRestrictedButNotWhatAnyLooksFor() {
        try (Session session = sessions.open()) {
            var exists = select(Child_.id).where(Child_.parentId.eq(Parent_.id)).exists();
            assertThat(session.query(Parent_.name).filter(exists).options(KEPT).all())
                    .containsExactly("one");
            assertThat(session.query(Parent_.name)
                            .filter(Parent_.children.any())
                            .orderBy(Parent_.id)
                            .options(KEPT)
                            .all())
                    .containsExactly("one", "two");
        }
    }

    @Test
    void aliasesAreRestrictedOnlyWhenTold() {
        var alias = Child_.as("c");
        try (Session session = sessions.open()) {
            assertThat(session.query(alias).options(KEPT).all()).hasSize(3);
            assertThat(session.query(alias).options(KEPT.includeAliases()).all())
                    .hasSize(1);
            assertThat(session.query(Parent_.name)
                            .join(Parent_.children.as(alias))
                            .options(KEPT.includeAliases())
                            .all())
                    .containsExactly("one");
        }
    }

    @Test
    void relationshipsAreRestrictedHoweverTheyAreLoaded() {
        for (LoadOption<?> option : List.<LoadOption<?>>of(
                selectinLoad(Parent_.children),
                joinedLoad(Parent_.children),
                subqueryLoad(Parent_.children),
                immediateLoad(Parent_.children))) {
            try (Session session = sessions.open()) {
                assertThat(session.query(Parent.class)
                                .options(option, KEPT)
                                .orderBy(Parent_.id)
                                .all())
                        .as("%s", option)
                        .extracting(parent -> parent.getChildren().stream()
                                .map(Child::getName)
                                .toList())
                        .containsExactly(List.of("kept"), List.of());
            }
        }
    }

    @Test
    void whatIsLoadedLaterIsRestrictedUnlessItIsLeftAlone() {
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(KEPT)
                    .filter(Parent_.id.eq(1))
                    .one();
            assertThat(parent.getChildren()).hasSize(1);
            session.expire(parent, Parent_.children);
            assertThat(parent.getChildren()).hasSize(1);
        }
        try (Session session = sessions.open()) {
            Parent parent = session.query(Parent.class)
                    .options(KEPT.notForLater())
                    .filter(Parent_.id.eq(1))
                    .one();
            assertThat(parent.getChildren()).hasSize(2);
        }
    }

    @Test
    void valuesAreNotMixedUpBetweenStatementsOfOneStructure() {
        try (Session session = sessions.open()) {
            for (String name : List.of("kept", "gone", "gone too")) {
                var only = withLoaderCriteria(Child.class, Child_.name.eq(name));
                assertThat(session.query(Child.class).options(only).one().getName())
                        .isEqualTo(name);
            }
        }
    }

    @Test
    void changesAreRestricted() {
        try (Session session = sessions.open()) {
            assertThat(session.execute(
                            update(Child.class).set(Child_.name, "kept on").options(KEPT)))
                    .isOne();
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM child WHERE name = 'kept on'")).hasToString("1");
    }

    @Test
    void optionOfAStatementWithinAnotherIsRefused() {
        try (Session session = sessions.open()) {
            var inner = select(Child.class).options(KEPT).subquery();
            assertThatThrownBy(() -> session.execute(select(func.count()).from(inner)))
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("withLoaderCriteria");
        }
    }
}
