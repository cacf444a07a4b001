package io.athanor.tests.testing;

import static io.athanor.orm.Orm.defer;
import static io.athanor.orm.Orm.selectinLoad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.testing.CountedStatement;
import io.athanor.testing.StatementCountError;
import io.athanor.testing.StatementCounter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A statement that something was loaded by says what would have loaded it before. */
class AdviceTests {
    private Engine engine;
    private SessionFactory sessions;
    private StatementCounter counter;

    @BeforeEach
    void open() {
        engine = Engine.create("sqlite:///:memory:");
        Registry registry = Registry.of(Folder.class, Page.class);
        registry.metadata().createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        sessions.transaction(session -> session.addAll(List.of(
                new Folder("one", new Page("a", "A"), new Page("b", "B")), new Folder("two", new Page("c", "C")))));
        counter = StatementCounter.on(engine);
    }

    @AfterEach
    void close() {
        counter.close();
        engine.close();
    }

    private List<String> advice() {
        return counter.statements().stream().map(CountedStatement::advice).toList();
    }

    @Test
    void collectionNamesTheOptionThatLoadsItAlong() {
        StatementCountError error;
        try (Session session = sessions.open()) {
            for (Folder folder : session.query(Folder.class)) {
                assertThat(folder.getPages().size()).isPositive();
            }
            error = catchThrowableOfType(StatementCountError.class, () -> counter.assertAtMost(2));
        }

        String advice = "loaded when [Folder.pages] was read: add options(selectinLoad(Folder_.pages)) to the query";
        assertThat(advice()).containsExactly(null, advice, advice);
        assertThat(error)
                .hasMessageContaining("  2. SELECT pages.id")
                .hasMessageContaining("at " + AdviceTests.class.getName())
                .hasMessageContaining(advice);
    }

    @Test
    void theOptionMakesTheStatementsGo() {
        try (Session session = sessions.open()) {
            for (Folder folder : session.query(Folder.class).options(selectinLoad(Folder_.pages))) {
                assertThat(folder.getPages().size()).isPositive();
            }
        }
        counter.assertStatements(2);
        assertThat(advice()).containsOnlyNulls();
    }

    @Test
    void singleObjectNamesTheOptionThatJoinsIt() {
        try (Session session = sessions.open()) {
            session.query(Page.class)
                    .orderBy(Page_.id)
                    .first()
                    .orElseThrow()
                    .getFolder()
                    .getName();
        }
        assertThat(advice())
                .containsExactly(
                        null, "loaded when [Page.folder] was read: add options(joinedLoad(Page_.folder)) to the query");
    }

    @Test
    void expiredInstanceIsToBeReadBeforeTheCommit() {
        try (Session session = sessions.open()) {
            Folder folder = session.query(Folder.class).first().orElseThrow();
            session.commit();
            counter.reset();
            folder.getName();
        }
        assertThat(advice())
                .containsExactly(
                        "loaded when [Folder] was read: read it before the commit, or open the session with expireOnCommit(false)");
    }

    @Test
    void deferredColumnNamesItsOption() {
        try (Session session = sessions.open()) {
            Page page =
                    session.query(Page.class).options(defer(Page_.body)).first().orElseThrow();
            counter.reset();
            page.getBody();
        }
        assertThat(advice())
                .containsExactly("loaded when [Page.body] was read: add options(undefer(Page_.body)) to the query");
    }

    @Test
    void whatIsFlushedBeforeALoadIsNotLoaded() {
        try (Session session = sessions.open()) {
            Folder folder = session.query(Folder.class).first().orElseThrow();
            session.add(new Folder("three"));
            counter.reset();
            assertThat(folder.getPages().size()).isPositive();
        }
        assertThat(counter.statements())
                .extracting(CountedStatement::sql)
                .satisfiesExactly(
                        insert -> assertThat(insert).startsWith("INSERT"),
                        select -> assertThat(select).startsWith("SELECT"));
        assertThat(advice()).startsWith((String) null).last().asString().contains("selectinLoad(Folder_.pages)");
    }
}
