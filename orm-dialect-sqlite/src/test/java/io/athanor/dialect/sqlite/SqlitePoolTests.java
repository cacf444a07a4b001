package io.athanor.dialect.sqlite;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.error.PoolClosedException;
import io.athanor.engine.error.PoolTimeoutException;
import io.athanor.engine.event.EngineListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SqlitePoolTests {
    private final AtomicInteger opened = new AtomicInteger();
    private final EngineListener counter = new EngineListener() {
        @Override
        public void connected(java.sql.Connection connection) {
            opened.incrementAndGet();
        }
    };

    @Test
    void creatingAnEngineOpensNothing(@TempDir Path folder) {
        Path file = folder.resolve("lazy.db");
        try (Engine engine = Engine.create("sqlite:///" + file, o -> o.listener(counter))) {
            assertThat(engine.dialect().name()).isEqualTo("sqlite");
            engine.compile(select(new Shop().name));
            assertThat(file).doesNotExist();
            assertThat(opened).hasValue(0);
            engine.transaction(c -> c.execute(text("select 1")).all());
            assertThat(Files.exists(file)).isTrue();
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void memoryDatabaseKeepsItsOneConnection() {
        try (Engine engine = Engine.create("sqlite:///:memory:", o -> o.listener(counter))) {
            engine.transaction(c -> c.run(text("CREATE TABLE t (a INTEGER)")));
            engine.transaction(c -> assertThat(c.hasTable("t")).isTrue());
            assertThat(opened).hasValue(1);
            assertThat(engine.poolState().limit()).isEqualTo(1);
        }
    }

    @Test
    void threadThatHoldsTheOneConnectionIsRefusedAtOnce() {
        try (Engine engine = Engine.create("sqlite:///:memory:");
                Connection first = engine.connect()) {
            long start = System.nanoTime();
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("[main]")
                    .hasMessageContaining("Close the first");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(first.isClosed()).isFalse();
        }
    }

    @Test
    void anotherThreadWaitsForTheOneConnection() throws Exception {
        try (Engine engine = Engine.create("sqlite:///:memory:")) {
            Connection first = engine.connect();
            CompletableFuture<Void> second = CompletableFuture.runAsync(
                    () -> engine.transaction(c -> c.execute(text("select 1")).all()));
            Thread.sleep(100);
            assertThat(second).isNotDone();
            first.close();
            second.get();
        }
    }

    @Test
    void anotherThreadWaitsNoLongerThanTheTimeout() {
        Duration limit = Duration.ofMillis(400);
        try (Engine engine = Engine.create("sqlite:///:memory:", o -> o.poolTimeout(limit));
                Connection first = engine.connect()) {
            long start = System.nanoTime();
            CompletableFuture<?> second = CompletableFuture.runAsync(engine::connect);
            assertThatThrownBy(second::join)
                    .cause()
                    .isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("held by thread [main]")
                    .hasMessageContaining("active=1");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(limit, limit.multipliedBy(3));
            assertThat(first.isClosed()).isFalse();
        }
    }

    @Test
    void fullPoolTellsItsStateAndHolders(@TempDir Path folder) {
        Duration limit = Duration.ofMillis(500);
        try (Engine engine = Engine.create(
                        "sqlite:///" + folder.resolve("a.db"),
                        o -> o.poolSize(2).poolTimeout(limit));
                Connection first = engine.connect();
                Connection second = engine.connect()) {
            first.execute(text("select 'canary-in-sql'")).all();
            long start = System.nanoTime();
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("within [500] ms")
                    .hasMessageContaining("total=2, active=2, idle=0")
                    .hasMessageContaining("held by thread [main]")
                    .hasMessageNotContaining("canary");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(limit, limit.multipliedBy(2));
            assertThat(second.isClosed()).isFalse();
        }
    }

    @Test
    void closedEngineRefusesConnections(@TempDir Path folder) {
        for (String url : new String[] {"sqlite:///:memory:", "sqlite:///" + folder.resolve("a.db")}) {
            Engine engine = Engine.create(url);
            engine.transaction(c -> c.execute(text("select 1")).all());
            engine.close();
            engine.close();
            assertThatThrownBy(engine::connect).isInstanceOf(PoolClosedException.class);
        }
    }

    @Test
    void connectionLentAtCloseIsClosedWhenItComesBack() {
        Engine engine = Engine.create("sqlite:///:memory:");
        Connection late = engine.connect();
        engine.close();
        assertThat(engine.poolState().active()).isEqualTo(1);
        late.close();
        assertThat(engine.poolState().total()).isZero();
    }

    @Test
    void sharedMemoryDatabaseServesSeveralConnections() {
        try (Engine engine = Engine.create("sqlite:///file:shared1?mode=memory&cache=shared")) {
            engine.transaction(c -> c.run(text("CREATE TABLE t (a INTEGER)")));
            try (Connection first = engine.connect();
                    Connection second = engine.connect()) {
                assertThat(first.hasTable("t")).isTrue();
                assertThat(second.hasTable("t")).isTrue();
            }
        }
    }

    @Test
    void manyThreadsShareTheOneConnection() {
        try (Engine engine = Engine.create("sqlite:///:memory:")) {
            engine.transaction(c -> c.run(text("CREATE TABLE t (a INTEGER)")));
            CompletableFuture<?>[] all = new CompletableFuture<?>[8];
            for (int i = 0; i < all.length; i++) {
                all[i] = CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 50; n++) {
                        engine.transaction(c -> c.run(text("INSERT INTO t VALUES (1)")));
                    }
                });
            }
            CompletableFuture.allOf(all).join();
            engine.transaction(c -> assertThat(
                            c.execute(text("select count(*) from t")).one().get(0))
                    .isEqualTo(400));
        }
    }
}
