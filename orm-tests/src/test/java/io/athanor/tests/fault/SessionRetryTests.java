package io.athanor.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Engine;
import io.athanor.engine.Retry;
import io.athanor.engine.error.DeadlockException;
import io.athanor.engine.error.ErrorKind;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.model.User;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A session's unit of work that is run again. */
class SessionRetryTests {
    private final Retry retry = Retry.times(3).backOff(Duration.ZERO, Duration.ZERO);

    @Test
    void unitIsRunAgainInASessionOfItsOwn() {
        try (Engine engine = Engine.create("jdbc:h2:mem:retry")) {
            Registry registry = Registry.of(User.class);
            registry.metadata().createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            Set<Session> used = new HashSet<>();
            AtomicInteger attempts = new AtomicInteger();
            String name = sessions.inTransaction(retry, session -> {
                used.add(session);
                session.add(User.named("ed"));
                session.flush();
                if (attempts.incrementAndGet() < 3) {
                    throw ErrorKind.DEADLOCK.exception("met", null, null, null, null);
                }
                return "done";
            });
            assertThat(name).isEqualTo("done");
            assertThat(used).hasSize(3);
            sessions.transaction(
                    session -> assertThat(session.query(User.class).all()).hasSize(1));
            assertThat(engine.poolState().active()).isZero();
        }
    }

    @Test
    void lastFailureIsThrownAndNothingIsLeft() {
        try (Engine engine = Engine.create("jdbc:h2:mem:retry2")) {
            Registry registry = Registry.of(User.class);
            registry.metadata().createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            assertThatThrownBy(() -> sessions.transaction(retry, session -> {
                        session.add(User.named("ed"));
                        session.flush();
                        throw ErrorKind.DEADLOCK.exception("met", null, null, null, null);
                    }))
                    .isInstanceOfSatisfying(
                            DeadlockException.class,
                            last -> assertThat(last.getSuppressed()).hasSize(2));
            sessions.transaction(
                    session -> assertThat(session.query(User.class).all()).isEmpty());
        }
    }
}
