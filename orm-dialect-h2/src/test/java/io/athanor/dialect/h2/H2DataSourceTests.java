package io.athanor.dialect.h2;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.error.CommitOutcomeUnknownException;
import io.athanor.engine.error.DisconnectedException;
import io.athanor.engine.error.TransactionAbortedException;
import io.athanor.engine.event.EngineEvents;
import io.athanor.engine.event.EngineListener;
import io.athanor.engine.event.StatementEvent;
import io.athanor.engine.event.TransactionEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2DataSourceTests {
    private static final String URL = "jdbc:h2:mem:source;DB_CLOSE_DELAY=-1";

    private final Shop shop = new Shop();
    private final FaultySource faults = new FaultySource();
    private final Engine engine = Engine.of(faults.source(URL));

    @BeforeEach
    void createTables() {
        shop.metadata.createAll(engine);
    }

    @AfterEach
    void dropTables() {
        faults.failing = "";
        shop.metadata.dropAll(engine);
        engine.close();
    }

    private void add(Connection connection, String name) {
        connection.execute(insert(shop.users).set(shop.name, name));
    }

    private List<String> names() {
        return engine.inTransaction(c -> c.execute(select(shop.name)).all());
    }

    @Test
    void dialectIsAskedOfTheDatabase() {
        assertThat(engine.dialect().name()).isEqualTo("h2");
        assertThat(engine).asString().startsWith("Engine(DataSource ");
    }

    @Test
    void everyLoanIsClosedAndNoneIsKept() {
        engine.transaction(c -> add(c, "ed"));
        assertThat(faults.opened.get()).isEqualTo(faults.closed.get());
        assertThat(engine.poolState().active()).isZero();
    }

    @Test
    void namedDialectAsksNothing() {
        FaultySource counting = new FaultySource();
        try (Engine named = Engine.of(counting.source(URL), o -> o.dialect("h2"))) {
            assertThat(named.dialect().name()).isEqualTo("h2");
            assertThat(counting.opened).hasValue(0);
        }
    }

    @Test
    void connectionLostInAStatementIsReplacedAfterRollback() {
        try (Connection c = engine.connect()) {
            add(c, "ed");
            faults.failing = "prepareStatement";
            // Another statement than before, which the connection has not kept.
            assertThatThrownBy(() -> c.execute(select(shop.name)))
                    .isInstanceOfSatisfying(
                            DisconnectedException.class,
                            e -> assertThat(e.isRetryable()).isTrue());
            faults.failing = "";
            assertThatThrownBy(() -> add(c, "wendy")).isInstanceOf(TransactionAbortedException.class);
            c.rollback();
            add(c, "mary");
            c.commit();
        }
        assertThat(names()).containsExactly("mary");
        assertThat(faults.opened.get()).isEqualTo(faults.closed.get());
    }

    @Test
    void connectionLostInCommitLeavesTheOutcomeUnknown() {
        try (Connection c = engine.connect()) {
            add(c, "ed");
            faults.failing = "commit";
            assertThatThrownBy(c::commit)
                    .isInstanceOfSatisfying(
                            CommitOutcomeUnknownException.class,
                            e -> assertThat(e.isRetryable()).isFalse())
                    .hasCauseInstanceOf(DisconnectedException.class);
            faults.failing = "";
            assertThat(c.isInTransaction()).isFalse();
            add(c, "wendy");
            c.commit();
        }
        assertThat(names()).containsExactly("wendy");
    }

    @Test
    void rollbackOnALostConnectionIsQuiet() {
        try (Connection c = engine.connect()) {
            add(c, "ed");
            faults.failing = "rollback";
            c.rollback();
            faults.failing = "";
            add(c, "wendy");
            c.commit();
        }
        assertThat(names()).containsExactly("wendy");
    }

    /** Writes down what it hears. */
    private record Recorder(List<String> heard) implements EngineListener {
        @Override
        public void connected(java.sql.Connection connection) {
            heard.add("connected");
        }

        @Override
        public void beforeExecute(StatementEvent statement) {
            heard.add("before " + statement.sql() + statement.parameters());
        }

        @Override
        public void afterExecute(StatementEvent statement, long nanos, @Nullable RuntimeException failure) {
            heard.add("after " + (nanos > 0) + " "
                    + (failure == null ? "well" : failure.getClass().getSimpleName()));
        }

        @Override
        public void transaction(TransactionEvent event) {
            heard.add(event.step() + " " + event.savepoint());
        }
    }

    @Test
    void listenersHearEveryStep() {
        List<String> heard = new ArrayList<>();
        try (EngineEvents.Subscription subscription = engine.listen(new Recorder(heard))) {
            assertThatThrownBy(() -> engine.transaction(c -> {
                add(c, "ed");
                c.beginNested();
                add(c, "ed");
            }));
            subscription.close();
            engine.transaction(c -> add(c, "unheard"));
        }
        String sql = "INSERT INTO users (name) VALUES (?)";
        assertThat(heard)
                .containsExactly(
                        "connected",
                        "BEGIN null",
                        "before " + sql + "[[ed]]",
                        "after true well",
                        "BEGIN sa_savepoint_1",
                        "before " + sql + "[[ed]]",
                        "after true UniqueViolationException",
                        "ROLLBACK null");
    }

    @Test
    void listenerThatThrowsBeforeAStatementKeepsItFromBeingSent() {
        EngineListener refusing = new EngineListener() {
            @Override
            public void beforeExecute(StatementEvent statement) {
                throw new IllegalStateException("not today");
            }
        };
        try (EngineEvents.Subscription ignored = engine.listen(refusing)) {
            assertThatThrownBy(() -> engine.transaction(c -> add(c, "ed"))).isInstanceOf(IllegalStateException.class);
        }
        assertThat(names()).isEmpty();
    }
}
