package io.athanor.tests.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.testing.CountedStatement;
import io.athanor.testing.StatementCountError;
import io.athanor.testing.StatementCounter;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementCounterTests {
    private Engine engine;
    private SessionFactory sessions;
    private StatementCounter counter;

    @BeforeEach
    void open() {
        engine = Engine.create("sqlite:///:memory:");
        Registry registry = Registry.of(Note.class);
        registry.metadata().createAll(engine);
        sessions = SessionFactory.of(engine, registry);
        sessions.transaction(session -> session.addAll(List.of(new Note("one"), new Note("two"))));
        counter = StatementCounter.on(engine);
    }

    @AfterEach
    void close() {
        counter.close();
        engine.close();
    }

    @Test
    void countsWhatIsSentAndNotTheTransaction() {
        sessions.transaction(session -> session.query(Note.class).all().get(0).setText("changed"));

        assertThat(counter.count()).isEqualTo(2);
        assertThat(counter.statements())
                .extracting(CountedStatement::sql)
                .satisfiesExactly(
                        select -> assertThat(select).startsWith("SELECT"),
                        update -> assertThat(update).startsWith("UPDATE"));
        counter.assertStatements(2);
        counter.assertAtMost(2);
    }

    @Test
    void namesTheLineThatCausedAStatement() {
        try (Session session = sessions.open()) {
            session.query(Note.class).all();
        }

        StackTraceElement site = counter.statements().get(0).site();
        assertThat(site.getClassName()).startsWith(StatementCounterTests.class.getName());
        assertThat(site.getMethodName()).isEqualTo("namesTheLineThatCausedAStatement");
    }

    @Test
    void aReloadOnAccessIsTheLineOfTheAccess() {
        try (Session session = sessions.open()) {
            Note note = session.query(Note.class).all().get(0);
            session.commit();
            counter.reset();
            note.getText();
        }

        StackTraceElement site = counter.statements().get(0).site();
        assertThat(site.getClassName()).isEqualTo(Note.class.getName());
        assertThat(site.getMethodName()).isEqualTo("getText");
    }

    @Test
    void anotherNumberFailsAndListsWhatWasSentWithoutValues() {
        sessions.transaction(session -> session.add(new Note("my secret")));

        StatementCountError error = catchThrowableOfType(StatementCountError.class, () -> counter.assertStatements(3));

        assertThat(error)
                .hasMessageStartingWith("Expected exactly [3] statements but there were [1]\n  1. INSERT INTO notes")
                .hasMessageContaining("at " + StatementCounterTests.class.getName())
                .hasMessageNotContaining("my secret");
        assertThat(error.expected()).isEqualTo(3);
        assertThat(error.statements()).isEqualTo(counter.statements());
        assertThatThrownBy(() -> counter.assertAtMost(0))
                .isInstanceOf(StatementCountError.class)
                .hasMessageStartingWith("Expected at most [0] statements but there were [1]");
    }

    @Test
    void aBlockIsHeldToWhatItSendsItself() throws IOException {
        sessions.inTransaction(session -> session.query(Note.class).all());

        counter.assertStatements(
                1,
                () -> sessions.inTransaction(
                        session -> session.query(Note.class).count()));

        assertThatThrownBy(() -> counter.assertStatements(1, () -> {}))
                .isInstanceOf(StatementCountError.class)
                .hasMessage("Expected exactly [1] statements but there were [0]");
        assertThatThrownBy(() -> counter.assertStatements(1, () -> {
                    throw new IOException("mine");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("mine");
    }

    @Test
    void countsNothingOnceClosed() {
        counter.close();
        sessions.inTransaction(session -> session.query(Note.class).all());
        assertThat(counter.count()).isZero();
    }
}
