package io.athanor.tests.suite;

import static io.athanor.orm.Orm.inspect;
import static io.athanor.orm.Orm.selectinLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.InvalidRequestException;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.orm.state.DetachedInstanceException;
import io.athanor.orm.state.ObjectState.Lifecycle;
import io.athanor.sql.error.ArgumentException;
import io.athanor.tests.archive.File;
import io.athanor.tests.archive.Label;
import io.athanor.tests.archive.Label_;
import io.athanor.tests.archive.Note;
import io.athanor.tests.archive.Note_;
import io.athanor.tests.archive.Shelf;
import io.athanor.tests.archive.Shelf_;
import io.athanor.tests.archive.Stack;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections that are never read, and one that the application has made itself. */
public abstract class UnreadSuite extends DatabaseSuite {
    private SessionFactory sessions;

    protected UnreadSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(Shelf.class, File.class, Note.class, Label.class);
        sessions.transaction(session -> {
            Shelf first = new Shelf("first");
            Shelf second = new Shelf("second");
            session.addAll(List.of(first, second));
            first.getNotes().addAll(List.of(new Note("a"), new Note("b")));
            second.getNotes().add(new Note("other"));
            Label red = new Label("red");
            first.getLabels().addAll(List.of(red, new Label("blue")));
            second.getLabels().add(red);
        });
        recording.clear();
    }

    private static List<String> notes(Session session, Shelf shelf) {
        return session.scalars(shelf.getNotes().select()).all().stream()
                .map(Note::getText)
                .toList();
    }

    @Test
    void membersAreSelectedInOrderAndWithFurtherConditions() {
        try (Session session = sessions.open()) {
            Shelf shelf = session.getOne(Shelf.class, 1);
            assertThat(notes(session, shelf)).containsExactly("a", "b");
            var b = shelf.getNotes().select().where(Note_.text.eq("b"));
            assertThat(session.scalars(b).one().getShelf()).isSameAs(shelf);
        }
    }

    @Test
    void addingAndRemovingReadsNothing() {
        try (Session session = sessions.open()) {
            Shelf shelf = session.getOne(Shelf.class, 1);
            Note a = session.getOne(Note.class, 1);
            Note c = new Note("c");
            recording.clear();
            shelf.getNotes().add(c);
            shelf.getNotes().remove(a);
            assertThat(inspect(c).lifecycle()).isEqualTo(Lifecycle.PENDING);
            assertThat(c.getShelf()).isSameAs(shelf);
            session.flush();
            assertThat(recording.sql("SELECT")).isEmpty();
            assertThat(inspect(a).lifecycle()).isEqualTo(Lifecycle.DELETED);
            assertThat(notes(session, shelf)).containsExactly("b", "c");
            session.rollback();
            assertThat(notes(session, shelf)).containsExactly("a", "b");
        }
    }

    @Test
    void statementsMeetTheMembersAlone() {
        try (Session session = sessions.open()) {
            Shelf shelf = session.getOne(Shelf.class, 1);
            assertThat(session.execute(shelf.getNotes().update().set(Note_.text, "changed")))
                    .isEqualTo(2);
            session.execute(shelf.getNotes().insert(List.of("x", "y"), (row, text) -> row.set(Note_.text, text)));
            session.execute(shelf.getNotes().insert().set(Note_.text, "z"));
            assertThat(notes(session, shelf)).containsExactly("changed", "changed", "x", "y", "z");
            assertThat(session.execute(shelf.getNotes().delete().where(Note_.text.eq("changed"))))
                    .isEqualTo(2);
            assertThat(notes(session, session.getOne(Shelf.class, 2))).containsExactly("other");
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM note")).hasToString("4");
    }

    @Test
    void manyToManyIsWrittenThroughItsTable() {
        try (Session session = sessions.open()) {
            Shelf shelf = session.getOne(Shelf.class, 1);
            var texts = shelf.getLabels().select();
            assertThat(session.scalars(texts).all().stream().map(Label::getText))
                    .containsExactly("red", "blue");
            shelf.getLabels().remove(session.getOne(Label.class, 1));
            shelf.getLabels().add(new Label("green"));
            assertThat(session.scalars(texts).all().stream().map(Label::getText))
                    .containsExactly("blue", "green");
            assertThatThrownBy(() -> shelf.getLabels().insert()).isInstanceOf(InvalidRequestException.class);
            assertThat(session.execute(shelf.getLabels().update().set(Label_.text, "mine")))
                    .isEqualTo(2);
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM shelf_label")).hasToString("3");
        assertThat(value("SELECT count(*) FROM label WHERE text = 'mine'")).hasToString("2");
        assertThat(value("SELECT count(*) FROM label WHERE text = 'red'")).hasToString("1");
    }

    @Test
    void deletionOfTheOwnerDeletesItsMembers() {
        sessions.transaction(session -> session.delete(session.getOne(Shelf.class, 1)));
        assertThat(value("SELECT count(*) FROM note")).hasToString("1");
        assertThat(value("SELECT count(*) FROM shelf_label")).hasToString("1");
    }

    @Test
    void membersAreNotLoadedByOptionsNorWithoutASession() {
        Shelf detached;
        try (Session session = sessions.open()) {
            detached = session.getOne(Shelf.class, 1);
            assertThatThrownBy(() -> session.query(Shelf.class)
                            .options(selectinLoad(Shelf_.notes))
                            .all())
                    .isInstanceOf(ArgumentException.class)
                    .hasMessageContaining("Shelf.notes");
        }
        assertThatThrownBy(() -> detached.getNotes().select()).isInstanceOf(DetachedInstanceException.class);
    }

    // -- a collection of the application's own -----------------------------------------------------------------------

    @Test
    void ownCollectionIsLoadedTrackedAndWritten() {
        try (Session session = sessions.open()) {
            Shelf shelf = session.getOne(Shelf.class, 1);
            File file = new File("pushed");
            shelf.getFiles().push(file);
            assertThat(file.getShelf()).isSameAs(shelf);
            session.commit();
            assertThat(shelf.getFiles().height()).isOne();
            assertThat(shelf.getFiles().pop()).isSameAs(file);
            assertThat(file.getShelf()).isNull();
            session.commit();
        }
        assertThat(value("SELECT count(*) FROM file WHERE shelf_id IS NULL")).hasToString("1");
    }

    @Test
    void ownCollectionIsLoadedAlongAndCanBeReplaced() {
        sessions.transaction(session -> {
            Shelf shelf = session.getOne(Shelf.class, 1);
            shelf.getFiles().push(new File("one"));
            shelf.getFiles().push(new File("two"));
        });
        try (Session session = sessions.open()) {
            List<Shelf> shelves = session.query(Shelf.class)
                    .options(selectinLoad(Shelf_.files))
                    .orderBy(Shelf_.id)
                    .all();
            recording.clear();
            assertThat(shelves).extracting(shelf -> shelf.getFiles().height()).containsExactly(2, 0);
            assertThat(recording.lines()).isEmpty();
            Stack other = new Stack();
            other.push(new File("three"));
            shelves.get(0).setFiles(other);
            session.commit();
            assertThat(shelves.get(0).getFiles().height()).isOne();
        }
        assertThat(value("SELECT count(*) FROM file WHERE shelf_id IS NULL")).hasToString("2");
    }
}
