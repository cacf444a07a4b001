package io.athanor.tests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Engine;
import io.athanor.engine.event.EngineListener;
import io.athanor.engine.event.StatementEvent;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.IllegalStateChangeException;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Login;
import io.athanor.tests.model.Login_;
import io.athanor.tests.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One thread at a time uses a session; which one may change. */
public abstract class ConfinementSuite extends DatabaseSuite {
    private final ExecutorService other = Executors.newSingleThreadExecutor(task -> new Thread(task, "other"));
    private SessionFactory sessions;

    protected ConfinementSuite(Database database) {
        super(database);
    }

    @BeforeEach
    void createTables() {
        sessions = sessions(User.class);
        store(sessions, User.named("ed"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        other.shutdown();
        assertThat(other.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private <T> T inOtherThread(Callable<T> work) throws Exception {
        try {
            return other.submit(work).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw (Exception) failed.getCause();
        }
    }

    @Test
    void sessionInUseRefusesASecondThread() throws Exception {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            session.expire(ed);
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            var subscription = engine.listen(pausing(running, done));
            CompletableFuture<List<User>> query = CompletableFuture.supplyAsync(
                    () -> session.query(User.class).all(), other);
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
            List<Runnable> uses = List.of(
                    () -> session.query(User.class).all(),
                    () -> session.add(User.named("x")),
                    session::flush,
                    session::commit,
                    session::rollback,
                    session::close,
                    session::dirty,
                    ed::getName,
                    () -> ed.setName("x"));
            for (Runnable use : uses) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(IllegalStateChangeException.class)
                        .hasMessageContaining("[other]")
                        .hasMessageContaining("[" + Thread.currentThread().getName() + "]")
                        .hasMessageContaining("session of its own");
            }
            done.countDown();
            assertThat(query.get(10, TimeUnit.SECONDS)).hasSize(1);
            subscription.close();
            assertThat(session.query(User.class).count()).isEqualTo(1);
        }
    }

    /** Holds a statement up until somebody else has tried to get in. */
    private static EngineListener pausing(CountDownLatch running, CountDownLatch done) {
        return new EngineListener() {
            @Override
            public void beforeExecute(StatementEvent event) {
                running.countDown();
                try {
                    done.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    @Test
    void sessionMayBeHandedOver() throws Exception {
        try (Session session = sessions.open()) {
            User ed = session.getOne(User.class, 1);
            inOtherThread(() -> {
                ed.setName("edward");
                session.flush();
                return session.query(User.class).all();
            });
            session.commit();
            assertThat(ed.getName()).isEqualTo("edward");
        }
    }

    @Test
    void refusedCallLeavesTheSessionAsItWas() throws Exception {
        try (Session session = sessions.open()) {
            session.add(User.named("wendy"));
            assertThatThrownBy(() -> session.noAutoflush(quiet -> inOtherThread(() -> {
                        throw new IllegalStateException("elsewhere");
                    })))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(session.newObjects()).hasSize(1);
            session.commit();
        }
        assertThat(rows("SELECT * FROM users")).hasSize(2);
    }

    @Test
    void factoryServesManyThreadsAtOnce() throws Exception {
        int threads = 4;
        int each = 25;
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Registry registry = Registry.of(Login.class);
        try (Engine shared = Engine.create(database.url())) {
            registry.metadata().createAll(shared);
            SessionFactory factory = SessionFactory.of(shared, registry);
            List<Callable<Object>> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String prefix = "worker" + i + "-";
                work.add(() -> {
                    for (int j = 0; j < each; j++) {
                        String name = prefix + j;
                        factory.transaction(session -> {
                            session.add(new Login(name));
                            assertThat(session.query(Login.class)
                                            .filterBy(Login_.name, name)
                                            .one()
                                            .getVisits())
                                    .isZero();
                        });
                    }
                    return prefix;
                });
            }
            for (Future<Object> done : workers.invokeAll(work, 30, TimeUnit.SECONDS)) {
                done.get();
            }
            assertThat(factory.<Long, RuntimeException>inTransaction(
                            session -> session.query(Login.class).count()))
                    .isEqualTo(threads * each);
        } finally {
            workers.shutdownNow();
        }
    }
}
