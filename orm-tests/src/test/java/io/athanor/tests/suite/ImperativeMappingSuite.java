package io.athanor.tests.suite;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.error.NotNullViolationException;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.schema.Table;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Point;
import io.athanor.tests.model.User;
import io.athanor.tests.model.User_;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A class that knows nothing of the library, mapped by a builder and tracked by snapshot. */
public abstract class ImperativeMappingSuite extends DatabaseSuite {
    private static final Attribute<Point, String> LABEL = Attribute.of(Point.class, "label", String.class);
    private static final Attribute<Point, Integer> X = Attribute.of(Point.class, "x", Integer.class);

    private SessionFactory sessions;

    protected ImperativeMappingSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        Registry users = Registry.of(User.class);
        Table points = Table.of(
                users.metadata(),
                "points",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("label", string(20), label -> label.notNull())
                        .column("pos_x", INTEGER));
        Mapping<Point> mapping = Mapping.of(Point.class, points, Point::new)
                .property("id", points.column("id", INTEGER), Point::getId, Point::setId)
                .property("label", points.column("label", STRING), Point::getLabel, Point::setLabel)
                .property("x", points.column("pos_x", INTEGER), Point::getX, Point::setX);
        sessions = sessions(users.with(mapping));
    }

    private List<String> updates() {
        return recording.lines().stream()
                .filter(line -> line.startsWith("UPDATE"))
                .toList();
    }

    @Test
    void instanceIsInsertedWithAGeneratedKeyAndFound() {
        Point point = new Point("a", 1);
        try (Session session = sessions.open()) {
            session.add(point);
            assertThat(session.newObjects()).containsExactly(point);
            session.flush();
            assertThat(point.getId()).isEqualTo(1);
            assertThat(session.get(Point.class, 1)).containsSame(point);
            assertThat(session.query(Point.class).filterBy(LABEL, "a").one()).isSameAs(point);
            assertThat(session.inspect(point).lifecycle()).isEqualTo(Lifecycle.PERSISTENT);
            session.commit();
        }
        assertThat(recording.lines()).contains("INSERT INTO points (label, pos_x) VALUES (?, ?) [a, 1]");
    }

    @Test
    void attributesAreNamedByProperty() {
        store(sessions, new Point("a", 1), new Point("b", 2));
        try (Session session = sessions.open()) {
            assertThat(session.query(LABEL).filter(X.gt(1)).all()).containsExactly("b");
            assertThat(recording.sql())
                    .containsExactly("SELECT points.label AS points_label FROM points WHERE points.pos_x > ?");
        }
    }

    @Test
    void changeIsFoundByComparing() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point point = session.getOne(Point.class, 1);
            assertThat(session.dirty()).isEmpty();
            point.setX(7);
            assertThat(session.dirty()).containsExactly(point);
            session.flush();
            assertThat(updates()).containsExactly("UPDATE points SET pos_x=? WHERE points.id = ? [7, 1]");
            assertThat(session.dirty()).isEmpty();
            point.setX(8);
            point.setX(7);
            session.flush();
            assertThat(updates()).hasSize(1);
        }
    }

    @Test
    void changeOfANewInstanceAfterItsInsertIsFound() {
        try (Session session = sessions.open()) {
            Point point = new Point("a", 1);
            session.add(point);
            session.flush();
            point.setLabel("b");
            session.flush();
            assertThat(updates()).containsExactly("UPDATE points SET label=? WHERE points.id = ? [b, 1]");
        }
    }

    @Test
    void changeAfterACommitIsFound() {
        try (Session session = sessions.open()) {
            Point point = new Point("a", 1);
            session.add(point);
            session.commit();
            assertThat(point.getLabel()).isEqualTo("a");
            point.setLabel("b");
            assertThat(session.dirty()).containsExactly(point);
            session.commit();
            point.setLabel("c");
            session.commit();
        }
        assertThat(value("SELECT label FROM points")).isEqualTo("c");
    }

    @Test
    void queryAfterACommitDoesNotOverwriteAChange() {
        try (Session session = sessions.open()) {
            Point point = new Point("a", 1);
            session.add(point);
            session.commit();
            point.setLabel("mine");
            session.noAutoflush(quiet -> quiet.query(Point.class).all());
            assertThat(point.getLabel()).isEqualTo("mine");
            session.commit();
        }
        assertThat(value("SELECT label FROM points")).isEqualTo("mine");
    }

    @Test
    void queryAfterACommitShowsWhatOthersHaveCommitted() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point point = session.getOne(Point.class, 1);
            session.commit();
            run(session, "UPDATE points SET label = 'x', pos_x = 9");
            assertThat(point.getLabel()).isEqualTo("a");
            session.query(Point.class).all();
            assertThat(point.getLabel()).isEqualTo("x");
            assertThat(session.dirty()).isEmpty();
            point.setX(10);
            session.flush();
            assertThat(updates()).last().isEqualTo("UPDATE points SET pos_x=? WHERE points.id = ? [10, 1]");
        }
    }

    @Test
    void expiredInstanceIsLoadedWhenTheSessionIsAskedForIt() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point point = session.getOne(Point.class, 1);
            run(session, "UPDATE points SET label = 'x'");
            session.expire(point);
            assertThat(point.getLabel()).isEqualTo("a");
            assertThat(session.getOne(Point.class, 1)).isSameAs(point);
            assertThat(point.getLabel()).isEqualTo("x");
            run(session, "UPDATE points SET label = 'y'");
            session.refresh(point);
            assertThat(point.getLabel()).isEqualTo("y");
            session.flush();
            assertThat(updates()).hasSize(2).noneMatch(update -> update.contains("?"));
        }
    }

    @Test
    void populateExistingOverwritesAChange() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point point = session.getOne(Point.class, 1);
            point.setLabel("mine");
            session.noAutoflush(
                    quiet -> quiet.query(Point.class).populateExisting().all());
            assertThat(point.getLabel()).isEqualTo("a");
            assertThat(session.dirty()).isEmpty();
        }
    }

    @Test
    void expiringOneAttributeForgetsItsChangeAlone() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point point = session.getOne(Point.class, 1);
            point.setLabel("b");
            point.setX(2);
            session.expire(point, LABEL);
            session.query(Point.class).all();
            assertThat(point.getLabel()).isEqualTo("a");
            assertThat(updates()).containsExactly("UPDATE points SET pos_x=? WHERE points.id = ? [2, 1]");
        }
    }

    @Test
    void rollbackRestoresValues() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point point = session.getOne(Point.class, 1);
            point.setLabel("b");
            session.flush();
            point.setLabel("c");
            session.flush();
            point.setX(9);
            session.rollback();
            assertThat(point.getLabel()).isEqualTo("a");
            assertThat(point.getX()).isEqualTo(1);
            assertThat(session.dirty()).isEmpty();
            point.setX(5);
            session.commit();
        }
        assertThat(value("SELECT pos_x FROM points")).isEqualTo(5);
        assertThat(value("SELECT label FROM points")).isEqualTo("a");
    }

    @Test
    void rollbackRemovesWhatIsNewAndRevivesWhatIsDeleted() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point old = session.getOne(Point.class, 1);
            Point fresh = new Point("b", 2);
            session.add(fresh);
            session.delete(old);
            session.flush();
            assertThat(session.inspect(old).lifecycle()).isEqualTo(Lifecycle.DELETED);
            session.rollback();
            assertThat(session.contains(old)).isTrue();
            assertThat(session.contains(fresh)).isFalse();
            assertThat(fresh.getId()).isEqualTo(2);
            old.setX(3);
            session.commit();
        }
        assertThat(rows("SELECT * FROM points WHERE pos_x = 3")).hasSize(1);
    }

    @Test
    void failedFlushRestoresValues() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point point = session.getOne(Point.class, 1);
            point.setX(5);
            session.add(new Point(null, 1));
            assertThatThrownBy(session::flush).isInstanceOf(NotNullViolationException.class);
            session.rollback();
            assertThat(point.getX()).isEqualTo(1);
        }
    }

    @Test
    void deletedInstanceIsGone() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            session.delete(session.getOne(Point.class, 1));
            session.commit();
            assertThat(session.get(Point.class, 1)).isEmpty();
        }
        assertThat(recording.sql("DELETE")).containsExactly("DELETE FROM points WHERE points.id = ?");
    }

    @Test
    void expungedInstanceIsLeftAlone() {
        store(sessions, new Point("a", 1));
        try (Session session = sessions.open()) {
            Point point = session.getOne(Point.class, 1);
            session.expunge(point);
            point.setX(9);
            session.commit();
            assertThat(session.contains(point)).isFalse();
        }
        assertThat(value("SELECT pos_x FROM points")).isEqualTo(1);
    }

    @Test
    void enhancedAndPlainClassesShareASession() {
        try (Session session = sessions.open()) {
            User ed = User.named("ed");
            Point point = new Point("p", 1);
            session.addAll(List.of(ed, point));
            session.commit();
            ed.setName("edward");
            point.setLabel("q");
            assertThat(session.dirty()).containsExactlyInAnyOrder(ed, point);
            session.commit();
            assertThat(session.query(User_.name).one()).isEqualTo("edward");
        }
        assertThat(value("SELECT label FROM points")).isEqualTo("q");
    }
}
