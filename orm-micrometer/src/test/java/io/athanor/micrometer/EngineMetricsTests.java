package io.athanor.micrometer;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.error.PoolTimeoutException;
import io.athanor.engine.error.UniqueViolationException;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineMetricsTests {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Engine engine =
            Engine.create("jdbc:h2:mem:metrics", o -> o.poolSize(2).poolTimeout(Duration.ofMillis(300)));
    private final EngineMetrics metrics = new EngineMetrics(engine, "orders", Tag.of("zone", "a"));

    @BeforeEach
    void bind() {
        metrics.bindTo(registry);
        engine.transaction(c -> c.run(text("CREATE TABLE t (id INTEGER PRIMARY KEY)")));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void gaugesShowThePool() {
        assertThat(registry.get("athanor.pool.limit")
                        .tag("engine", "orders")
                        .tag("zone", "a")
                        .gauge()
                        .value())
                .isEqualTo(2);
        try (Connection c = engine.connect()) {
            assertThat(c.isClosed()).isFalse();
            assertThat(connections("active")).isEqualTo(1);
        }
        assertThat(connections("active")).isZero();
        assertThat(connections("idle")).isEqualTo(1);
    }

    private double connections(String state) {
        return registry.get("athanor.pool.connections")
                .tag("state", state)
                .gauge()
                .value();
    }

    @Test
    void statementsAreTimedByOutcome() {
        engine.transaction(c -> c.run(text("INSERT INTO t VALUES (1)")));
        assertThatThrownBy(() -> engine.transaction(c -> c.run(text("INSERT INTO t VALUES (1)"))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(statements("success")).isEqualTo(2);
        assertThat(statements("unique_violation")).isEqualTo(1);
        assertThat(registry.get("athanor.transactions")
                        .tag("end", "commit")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("athanor.transactions")
                        .tag("end", "rollback")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private long statements(String outcome) {
        return registry.get("athanor.statements")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void waitsForConnectionsAreTimed() {
        try (Connection first = engine.connect();
                Connection second = engine.connect()) {
            assertThatThrownBy(engine::connect).isInstanceOf(PoolTimeoutException.class);
            assertThat(first.isClosed() || second.isClosed()).isFalse();
        }
        assertThat(registry.get("athanor.pool.wait")
                        .tag("outcome", "failure")
                        .timer()
                        .totalTime(java.util.concurrent.TimeUnit.MILLISECONDS))
                .isGreaterThanOrEqualTo(290);
        assertThat(registry.get("athanor.pool.wait")
                        .tag("outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(3);
        assertThat(registry.get("athanor.pool.usage").timer().count()).isEqualTo(3);
    }

    @Test
    void lostConnectionsAreCounted() {
        try (Connection c = engine.connect()) {
            c.invalidate();
        }
        assertThat(registry.get("athanor.pool.invalidated")
                        .tag("cause", "lost")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void lookUpsOfStatementsAreCounted() {
        engine.transaction(c -> {
            c.execute(text("SELECT 1")).all();
            c.execute(text("SELECT 1")).all();
        });
        assertThat(registry.get("athanor.statement.cache")
                        .tag("result", "hit")
                        .functionCounter()
                        .count())
                .isEqualTo(engine.statementCache().hits());
    }

    @Test
    void closedMetricsLeaveNothing() {
        metrics.close();
        metrics.close();
        assertThat(registry.getMeters()).isEmpty();
        engine.transaction(c -> c.run(text("INSERT INTO t VALUES (2)")));
        assertThat(registry.getMeters()).isEmpty();
    }
}
