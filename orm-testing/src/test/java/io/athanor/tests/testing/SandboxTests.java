package io.athanor.tests.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.testing.Sandbox;
import io.athanor.testing.StatementBudget;
import io.athanor.testing.StatementCountError;
import io.athanor.testing.StatementCounter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class SandboxTests {
    private static SessionFactory open(String url) {
        Engine engine = Engine.create(url);
        Registry registry = Registry.of(Note.class);
        registry.metadata().createAll(engine);
        return SessionFactory.of(engine, registry);
    }

    @ParameterizedTest
    @ValueSource(classes = {OnSqlite.class, OnH2.class})
    void whatATestHasCommittedIsGoneForTheNext(Class<?> tests) {
        Events events = run(tests);
        events.assertStatistics(statistics -> statistics.started(4).succeeded(4));
    }

    @Test
    void aTestOverItsBudgetFailsWithWhatItSent() {
        run(OverBudget.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("sendsTwo"),
                                finishedWithFailure(
                                        instanceOf(StatementCountError.class),
                                        message(text -> text.startsWith(
                                                "Expected at most [1] statements but there were [2]\n  1. SELECT")))))
                .haveExactly(1, event(test("sendsOneAfterItsSetUp"), finishedSuccessfully()))
                .haveExactly(1, event(test("mayMoreByItsOwn"), finishedSuccessfully()))
                .haveExactly(1, event(test("failsByItself"), finishedWithFailure(message("the test's own"))));
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute()
                .testEvents();
    }

    /** Each test commits and finds that none before it has. */
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    abstract static class Committing {
        @Test
        @Order(1)
        void aSession(Session session) {
            assertThat(session.query(Note.class).count()).isZero();
            session.add(new Note("one"));
            session.commit();
            assertThat(session.query(Note.class).count()).isEqualTo(1);
        }

        @Test
        @Order(2)
        void sessionsOfAFactorySeeEachOthersCommits(SessionFactory sessions) {
            assertThat(count(sessions)).isZero();
            sessions.transaction(session -> session.add(new Note("two")));
            assertThat(count(sessions)).isEqualTo(1);
            try (Session session = sessions.open()) {
                session.add(new Note("three"));
                session.flush();
                session.rollback();
            }
            assertThat(count(sessions)).isEqualTo(1);
        }

        @Test
        @Order(3)
        void aConnectionAndASessionShareTheTransaction(Connection connection, Session session) {
            session.add(new Note("four"));
            session.flush();
            assertThat(connection.isInTransaction()).isTrue();
            assertThat(connection).isSameAs(session.connection());
        }

        @Test
        @Order(4)
        void nothingIsLeft(SessionFactory sessions) {
            assertThat(count(sessions)).isZero();
        }

        private static long count(SessionFactory sessions) {
            return sessions.inTransaction(session -> session.query(Note.class).count());
        }
    }

    static class OnSqlite extends Committing {
        @RegisterExtension
        static final Sandbox sandbox = Sandbox.of(open("sqlite:///:memory:"));
    }

    static class OnH2 extends Committing {
        @RegisterExtension
        static final Sandbox sandbox = Sandbox.of(open("jdbc:h2:mem:sandbox"));
    }

    @StatementBudget(1)
    static class OverBudget {
        @RegisterExtension
        static final Sandbox sandbox = Sandbox.of(open("sqlite:///:memory:"));

        @BeforeEach
        void prepare(Session session) {
            session.add(new Note("not counted"));
            session.flush();
        }

        @AfterEach
        void lookAround(Session session) {
            session.query(Note.class).all();
        }

        @Test
        void sendsTwo(Session session) {
            session.query(Note.class).all();
            session.query(Note.class).count();
        }

        @Test
        void sendsOneAfterItsSetUp(Session session, StatementCounter counter) {
            List<Note> notes = session.query(Note.class).all();
            assertThat(notes).hasSize(1);
            counter.assertStatements(1);
        }

        @Test
        @StatementBudget(2)
        void mayMoreByItsOwn(Session session) {
            session.query(Note.class).all();
            session.query(Note.class).count();
        }

        @Test
        void failsByItself(Session session) {
            session.query(Note.class).all();
            session.query(Note.class).count();
            throw new AssertionError("the test's own");
        }
    }
}
