package io.athanor.tests.suite;

import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.subqueryLoad;
import static io.athanor.orm.Orm.yieldPer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Result;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Child_;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Parent_;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that are read in portions, as they are asked for. */
public abstract class PortionsSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected PortionsSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Parent.class, Child.class);
        sessions.transaction(session -> IntStream.rangeClosed(1, 25).forEach(i -> {
            Parent parent = new Parent("p" + i);
            parent.getChildren().add(new Child("c" + i));
            session.add(parent);
        }));
        recording.clear();
    }

    @Test
    void eachPortionLoadsWhatIsRelatedToIt() {
        try (Session session = sessions.open();
                Stream<Parent> parents = session
                        .query(Parent.class)
                        .options(selectinLoad(Parent_.children))
                        .orderBy(Parent_.id)
                        .yieldPer(10)
                        .stream()) {
            List<String> names = new ArrayList<>();
            parents.forEach(parent -> names.add(parent.getChildren().get(0).getName()));
            assertThat(names).hasSize(25).startsWith("c1", "c2").endsWith("c25");
            assertThat(recording.sql("SELECT")).hasSize(1 + 3);
        }
    }

    @Test
    void nothingIsReadBeforeItIsAskedFor() {
        try (Session session = sessions.open()) {
            Iterator<Parent> parents = session.query(Parent.class)
                    .options(selectinLoad(Parent_.children))
                    .orderBy(Parent_.id)
                    .yieldPer(10)
                    .iterator();
            assertThat(parents.next().getName()).isEqualTo("p1");
            assertThat(recording.sql("SELECT")).hasSize(2);
            IntStream.range(0, 10).forEach(i -> parents.next());
            assertThat(recording.sql("SELECT")).hasSize(3);
        }
    }

    @Test
    void whatIsNotInUseIsLetGo() throws InterruptedException {
        try (Session session = sessions.open()) {
            Iterator<Parent> parents =
                    session.query(Parent.class).orderBy(Parent_.id).yieldPer(5).iterator();
            WeakReference<Parent> first = new WeakReference<>(parents.next());
            IntStream.range(0, 10).forEach(i -> parents.next());
            for (int i = 0; i < 100 && !first.refersTo(null); i++) {
                System.gc();
                Thread.sleep(5);
            }
            assertThat(first.refersTo(null)).isTrue();
            parents.forEachRemaining(parent -> {});
        }
    }

    @Test
    void partitionsAndStatementsComeInPortionsToo() {
        try (Session session = sessions.open()) {
            try (Stream<List<Parent>> parts =
                    session.query(Parent.class).orderBy(Parent_.id).yieldPer(10).partitions(10)) {
                assertThat(parts.map(List::size)).containsExactly(10, 10, 5);
            }
            try (Result<Parent> result = session.execute(select(Parent.class).options(yieldPer(7)))) {
                assertThat(result.stream().count()).isEqualTo(25);
            }
            assertThat(session.query(Parent.class).yieldPer(4).map(Parent::getName).stream())
                    .hasSize(25);
            assertThat(session.query(Parent.class).yieldPer(100).all()).hasSize(25);
        }
    }

    @Test
    void loadingThatNeedsAllRowsIsRefused() {
        try (Session session = sessions.open()) {
            for (var option : List.of(joinedLoad(Parent_.children), subqueryLoad(Parent_.children))) {
                assertThatThrownBy(() -> session.query(Parent.class).options(option).yieldPer(10).stream())
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("selectinLoad");
            }
            assertThat(session.query(Child.class).options(joinedLoad(Child_.parent)).yieldPer(10).stream()
                            .map(child -> child.getParent().getName()))
                    .hasSize(25);
            assertThatThrownBy(() -> session.query(Parent.class).yieldPer(0)).isInstanceOf(ArgumentException.class);
        }
    }

    @Test
    void commitEndsWhatIsBeingRead() {
        try (Session session = sessions.open()) {
            Iterator<Parent> parents =
                    session.query(Parent.class).orderBy(Parent_.id).yieldPer(10).iterator();
            parents.next().setName("changed");
            session.commit();
            assertThatThrownBy(() -> parents.forEachRemaining(parent -> {}))
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThat(value("SELECT name FROM parent WHERE id = 1")).isEqualTo("changed");
    }
}
