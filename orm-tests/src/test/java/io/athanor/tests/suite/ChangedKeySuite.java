package io.athanor.tests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.Transaction;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.jdbc.Sent;
import io.athanor.tests.ledger.Ledger;
import io.athanor.tests.ledger.Ledger.Book;
import io.athanor.tests.ledger.Ledger.Label;
import io.athanor.tests.ledger.Ledger.Line;
import io.athanor.tests.ledger.Ledger.Mark;
import io.athanor.tests.ledger.Ledger.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A changed key reaches everything that is made of it, whether the database or the session passes it on. */
public abstract class ChangedKeySuite extends DatabaseSuite {
    protected ChangedKeySuite(Database database) {
        super(database);
    }

    private SessionFactory stored(boolean isByDatabase) {
        SessionFactory sessions = sessions(Ledger.mapped(isByDatabase));
        Book book = new Book("b1");
        for (int number = 1; number <= 2; number++) {
            Page page = new Page(number);
            page.getLines().add(new Line());
            book.getPages().add(page);
        }
        book.getLabels().addAll(List.of(new Label(), new Label()));
        store(sessions, book, new Mark(book));
        return sessions;
    }

    private List<String> updates() {
        return recording.all().stream()
                .filter(sent -> sent.isStatement() && sent.folded().startsWith("UPDATE"))
                .map(Sent::folded)
                .map(sql -> sql.split(" ")[1].replaceAll("[\"`]", ""))
                .toList();
    }

    private void assertStored(String code) {
        assertThat(value("SELECT count(*) FROM page WHERE book_code = '%s'".formatted(code)))
                .hasToString("2");
        assertThat(value("SELECT count(*) FROM line WHERE book_code = '%s'".formatted(code)))
                .hasToString("2");
        assertThat(value("SELECT count(*) FROM mark WHERE book_code = '%s'".formatted(code)))
                .hasToString("1");
        assertThat(value("SELECT count(*) FROM book_tag WHERE book_code = '%s'".formatted(code)))
                .hasToString("2");
    }

    @Test
    void keyThatTheDatabasePassesOnIsFollowedInMemory() {
        try (Session session = stored(true).open()) {
            Book book = session.getOne(Book.class, "b1");
            Page page = book.getPages().get(0);
            Line line = page.getLines().get(0);
            Mark mark = session.query(Mark.class).first().orElseThrow();
            assertThat(mark.getBook()).isSameAs(book);
            book.setCode("b2");
            session.flush();
            assertThat(updates()).containsExactly("book");
            assertThat(page.getBookCode()).isEqualTo("b2");
            assertThat(line.getBookCode()).isEqualTo("b2");
            assertThat(mark.getBookCode()).isEqualTo("b2");
            assertThat(session.dirty()).isEmpty();
            assertThat(session.getOne(Page.class, List.of("b2", 1))).isSameAs(page);
            session.commit();
        }
        assertStored("b2");
    }

    @Test
    void keyThatWasFollowedComesBackByRollback() {
        try (Session session = stored(true).open()) {
            Book book = session.getOne(Book.class, "b1");
            Page page = book.getPages().get(0);
            try (Transaction savepoint = session.beginNested()) {
                book.setCode("b2");
                session.flush();
                savepoint.rollback();
            }
            assertThat(page.getBookCode()).isEqualTo("b1");
            assertThat(book.getPages()).contains(page);
            book.setCode("b3");
            session.flush();
            assertThat(page.getBookCode()).isEqualTo("b3");
            session.rollback();
            assertThat(page.getBookCode()).isEqualTo("b1");
            assertThat(session.getOne(Page.class, List.of("b1", 1))).isSameAs(page);
        }
        assertStored("b1");
    }

    @Test
    void pageThatIsChangedTooIsFoundByItsNewKey() {
        try (Session session = stored(true).open()) {
            Book book = session.getOne(Book.class, "b1");
            book.getPages().get(1).setTitle("x");
            book.setCode("b2");
            session.commit();
        }
        assertThat(value("SELECT title FROM page WHERE book_code = 'b2' AND number = 2"))
                .isEqualTo("x");
    }

    @Test
    void membersThatAreNotLoadedAreLoadedAndChanged() {
        try (Session session = stored(false).open()) {
            Book book = session.getOne(Book.class, "b1");
            Mark mark = session.query(Mark.class).first().orElseThrow();
            assertThat(mark.getBook()).isSameAs(book);
            book.setCode("b2");
            session.commit();
            assertThat(mark.getBookCode()).isEqualTo("b2");
            assertThat(book.getPages()).extracting(Page::getNumber).containsExactly(1, 2);
        }
        assertStored("b2");
    }
}
