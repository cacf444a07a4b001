package io.athanor.tests.fault;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;
import io.athanor.engine.EngineOptions;
import io.athanor.engine.Retry;
import io.athanor.engine.dialect.DatabaseUrl;
import io.athanor.engine.error.CommitOutcomeUnknownException;
import io.athanor.engine.error.DisconnectedException;
import io.athanor.engine.error.PoolTimeoutException;
import io.athanor.engine.error.StatementTimeoutException;
import io.athanor.engine.error.TransactionAbortedException;
import io.athanor.engine.event.EngineListener;
import io.athanor.tests.database.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that are cut between the engine and a server; H2 serves in this JVM. */
@ParameterizedClass
@MethodSource("servers")
@Timeout(120)
class NetworkFaultTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Database database;
    private final List<Engine> engines = new ArrayList<>();
    private final Counter counter = new Counter();
    private Server h2;
    private FaultProxy proxy;
    private String direct;
    private String faulty;

    NetworkFaultTests(Database database) {
        this.database = database;
    }

    static List<Database> servers() {
        return Stream.of(Database.H2, Database.POSTGRESQL, Database.MARIADB)
                .filter(database -> database.reasonOfAbsence() == null)
                .toList();
    }

    /** What happens to connections. */
    private static final class Counter implements EngineListener {
        private final AtomicInteger connected = new AtomicInteger();
        private final AtomicInteger lost = new AtomicInteger();

        @Override
        public void connected(java.sql.Connection connection) {
            connected.incrementAndGet();
        }

        @Override
        public void invalidated(boolean isLost) {
            lost.addAndGet(isLost ? 1 : 0);
        }
    }

    @BeforeEach
    void openProxy() throws Exception {
        if (database == Database.H2) {
            h2 = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            direct = "h2://sa:@localhost:%d/mem:net%d?DB_CLOSE_DELAY=-1"
                    .formatted(h2.getPort(), NUMBER.incrementAndGet());
        } else {
            direct = database.url();
        }
        DatabaseUrl url = DatabaseUrl.parse(direct);
        proxy = FaultProxy.to(url.host(), url.port());
        faulty = direct.replace(url.host() + ":" + url.port(), proxy.host() + ":" + proxy.port());
        open(direct, options -> {})
                .transaction(c -> c.run(text("CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(200))")));
    }

    @AfterEach
    void closeAll() throws Exception {
        engines.forEach(Engine::close);
        proxy.close();
        if (h2 != null) {
            h2.stop();
        }
        Database.takeBack();
    }

    private Engine open(String url, Consumer<? super EngineOptions> options) {
        Engine engine = Engine.create(url, o -> {
            o.closeTimeout(Duration.ofSeconds(2)).listener(counter);
            options.accept(o);
        });
        engines.add(engine);
        return engine;
    }

    private static Object value(Connection connection, String sql) {
        return connection.execute(text(sql)).all().get(0).get(0);
    }

    private static void use(Engine engine) {
        engine.transaction(c -> value(c, "SELECT count(*) FROM t"));
    }

    /** Fill the pool with idle connections. */
    private static void fill(Engine engine, int connections) {
        List<Connection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            open.add(engine.connect());
        }
        open.forEach(Connection::close);
    }

    @Test
    void connectionsKilledWhileIdleAreReplacedUnseen() {
        Engine engine = open(faulty, options -> options.poolSize(5).prePing(true));
        fill(engine, 5);
        int before = counter.connected.get();
        proxy.cut();
        for (int i = 0; i < 20; i++) {
            use(engine);
        }
        assertThat(counter.connected.get()).isGreaterThan(before);
    }

    @Test
    void lossOfOneConnectionEndsAllOlderOnesOnce() {
        Engine engine = open(faulty, options -> options.poolSize(5));
        fill(engine, 5);
        int before = counter.connected.get();
        try (Connection c = engine.connect()) {
            value(c, "SELECT count(*) FROM t");
            proxy.cut();
            assertThatThrownBy(() -> value(c, "SELECT count(*) FROM t"))
                    .isInstanceOfSatisfying(
                            DisconnectedException.class,
                            lost -> assertThat(lost.isRetryable()).isTrue());
            assertThatThrownBy(() -> value(c, "SELECT count(*) FROM t"))
                    .isInstanceOf(TransactionAbortedException.class);
            c.rollback();
            assertThat(value(c, "SELECT count(*) FROM t")).hasToString("0");
        }
        // Not one of the four that were idle is lent again, though all look as if they were fresh.
        for (int i = 0; i < 3; i++) {
            fill(engine, 5);
            use(engine);
        }
        assertThat(counter.connected.get() - before).isEqualTo(5);
        assertThat(counter.lost).hasValue(1);
    }

    @Test
    void queryThatIsCutIsALossAndNeverAShortResult() {
        open(direct, options -> {}).transaction(c -> {
            for (int i = 0; i < 3000; i++) {
                c.run(text("INSERT INTO t (id, name) VALUES (:id, :name)")
                        .bind("id", i)
                        .bind("name", "x".repeat(190)));
            }
        });
        for (boolean isHalfClosed : new boolean[] {false, true}) {
            Engine engine = open(faulty, options -> options.poolSize(1));
            try (Connection c = engine.connect()) {
                value(c, "SELECT count(*) FROM t");
                if (isHalfClosed) {
                    proxy.halfCloseAnswersAfter(300_000);
                } else {
                    proxy.cutAnswersAfter(300_000);
                }
                AtomicInteger rows = new AtomicInteger();
                assertThatThrownBy(() -> c.yieldPer(100)
                                .execute(text("SELECT id, name FROM t ORDER BY id"))
                                .iterator()
                                .forEachRemaining(row -> rows.incrementAndGet()))
                        .isInstanceOf(DisconnectedException.class);
                assertThat(rows.get()).isLessThan(3000);
            } finally {
                proxy.cutAnswersAfter(Long.MAX_VALUE);
            }
            use(engine);
        }
    }

    @Test
    void silentNetworkFreesTheThreadInTimeByTheLimitOfTheStatement() {
        // The others' drivers cannot cut a connection that is in use, or wait for an answer before they do.
        assumeThat(database).isEqualTo(Database.POSTGRESQL);
        Engine engine = open(faulty, options -> options.poolSize(1).connectTimeout(Duration.ofSeconds(2)));
        try (Connection c = engine.connect().executionOptions(options -> options.timeout(Duration.ofMillis(300)))) {
            value(c, "SELECT count(*) FROM t");
            // Drivers ask by another connection that the first be ended; where that goes through, they wait for its
            // answer.
            proxy.swallow(true);
            proxy.refuse(true);
            long start = System.nanoTime();
            assertThatThrownBy(() -> value(c, "SELECT count(*) FROM t"))
                    .isInstanceOfAny(DisconnectedException.class, StatementTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
            proxy.swallow(false);
            proxy.refuse(false);
            c.rollback();
            value(c, "SELECT count(*) FROM t");
        }
        use(engine);
    }

    @Test
    void lostAnswerToACommitIsUnknownAndNamesTheUnit() {
        Engine engine = open(faulty, options -> options.poolSize(2));
        try (Connection c = engine.connect()) {
            String token = c.transactionToken();
            c.run(text("INSERT INTO t (id, name) VALUES (1, :token)").bind("token", token));
            proxy.cutAnswersAfter(0);
            assertThatThrownBy(c::commit).isInstanceOfSatisfying(CommitOutcomeUnknownException.class, unknown -> {
                assertThat(unknown.token()).contains(token);
                assertThat(unknown.isRetryable()).isFalse();
                assertThat(unknown).hasMessageContaining("[" + token + "]");
            });
            proxy.cutAnswersAfter(Long.MAX_VALUE);
            assertThat(c.isInTransaction()).isFalse();
            c.rollback();
            value(c, "SELECT count(*) FROM t");
        }
    }

    @Test
    void outageUnderLoadLosesAndRepeatsNothing() throws Exception {
        int threads = Sizes.of(40, 200);
        Engine engine = open(faulty, options -> options.poolSize(10).poolTimeout(Duration.ofSeconds(5)));
        use(engine);
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        Set<Integer> unknown = ConcurrentHashMap.newKeySet();
        AtomicInteger numbers = new AtomicInteger();
        long end = System.nanoTime() + Duration.ofSeconds(Sizes.of(3, 60)).toNanos();
        Thread outage = new Thread(() -> interrupt(end));
        outage.start();
        FaultTests.atOnce(threads, () -> {
            while (System.nanoTime() < end) {
                insert(engine, numbers.incrementAndGet(), acknowledged, unknown);
            }
            return true;
        });
        outage.join();
        proxy.refuse(false);
        long healthy = System.nanoTime();
        engine.transaction(
                Retry.until(Duration.ofSeconds(20)).backOff(Duration.ofMillis(50), Duration.ofMillis(50)),
                c -> value(c, "SELECT count(*) FROM t"));
        assertThat(Duration.ofNanos(System.nanoTime() - healthy)).isLessThan(Duration.ofSeconds(5));
        Set<Integer> done = Set.copyOf(acknowledged);
        Set<Integer> present = new TreeSet<>();
        open(direct, options -> {})
                .transaction(c -> c.execute(text("SELECT id FROM t"))
                        .forEach(row -> present.add(((Number) row.get(0)).intValue())));
        acknowledged.removeIf(present::contains);
        assertThat(acknowledged).as("acknowledged and not there").isEmpty();
        unknown.forEach(present::remove);
        done.forEach(present::remove);
        assertThat(present).as("there and not acknowledged").isEmpty();
        assertThat(done).isNotEmpty();
        assertThat(counter.lost.get()).isPositive();
    }

    /** Two outages while the others work. */
    private void interrupt(long end) {
        try {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(Math.max(1, (end - System.nanoTime()) / 4_000_000));
                proxy.refuse(true);
                proxy.cut();
                Thread.sleep(200);
                proxy.refuse(false);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void insert(Engine engine, int id, Set<Integer> acknowledged, Set<Integer> unknown) {
        try {
            engine.transaction(c ->
                    c.run(text("INSERT INTO t (id, name) VALUES (:id, 'x')").bind("id", id)));
            acknowledged.add(id);
        } catch (CommitOutcomeUnknownException lost) {
            unknown.add(id);
        } catch (DisconnectedException | PoolTimeoutException lost) {
            return;
        }
    }

    /** Packets that get lost are told by nobody; only somebody who looks at the clock can find out. */
    @Test
    void silenceIsALossOnceTheSocketsLimitIsOver() {
        String limit = switch (database) {
            case H2 -> "network_timeout=1000";
            case POSTGRESQL -> "socketTimeout=1";
            default -> "socketTimeout=1000";
        };
        Engine engine = open(faulty + (faulty.contains("?") ? "&" : "?") + limit, options -> options.poolSize(1));
        try (Connection c = engine.connect()) {
            value(c, "SELECT count(*) FROM t");
            proxy.swallow(true);
            long start = System.nanoTime();
            assertThatThrownBy(() -> value(c, "SELECT count(*) FROM t")).isInstanceOf(DisconnectedException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(LIMIT.dividedBy(2), LIMIT.multipliedBy(10));
        }
        proxy.swallow(false);
        use(engine);
        assertThat(counter.lost).hasValue(1);
    }

    @Test
    void silenceEndsWithTheStatementsLimit() {
        assumeThat(database)
                .as(
                        "H2's driver cuts nothing, MariaDB's first opens another connection to end the session on the server")
                .isEqualTo(Database.POSTGRESQL);
        Engine engine = open(faulty, options -> options.poolSize(1));
        try (Connection c = engine.connect().executionOptions(options -> options.timeout(LIMIT))) {
            value(c, "SELECT count(*) FROM t");
            proxy.swallow(true);
            long start = System.nanoTime();
            assertThatThrownBy(() -> value(c, "SELECT count(*) FROM t"))
                    .isInstanceOfAny(StatementTimeoutException.class, DisconnectedException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(LIMIT.dividedBy(2), LIMIT.multipliedBy(20));
        }
        proxy.swallow(false);
        use(engine);
    }

    @Test
    void idleTimeLimitOfTheServerIsNotSeen() throws Exception {
        Engine engine = open(faulty, options -> options.poolSize(3).listener(new ShortPatience(database)));
        fill(engine, 3);
        int before = counter.connected.get();
        Thread.sleep(2_500);
        if (database == Database.H2) {
            proxy.cut();
        }
        for (int i = 0; i < 6; i++) {
            use(engine);
        }
        assertThat(counter.connected.get()).isGreaterThan(before);
    }

    /** Makes servers end what was idle for a second. */
    private record ShortPatience(Database database) implements EngineListener {
        @Override
        public void connected(java.sql.Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                if (database == Database.POSTGRESQL) {
                    statement.execute("SET idle_session_timeout = 1000");
                } else if (database == Database.MARIADB) {
                    statement.execute("SET SESSION wait_timeout = 1");
                }
            }
        }
    }

    @Test
    void oldConnectionsAreReplacedInsteadOfLent() throws Exception {
        Engine engine = open(faulty, options -> options.poolSize(2).recycle(Duration.ofMillis(300)));
        use(engine);
        use(engine);
        int before = counter.connected.get();
        Thread.sleep(400);
        use(engine);
        assertThat(counter.connected.get() - before).isEqualTo(1);
        assertThat(engine.poolState().total()).isEqualTo(1);
    }

    @Test
    void serverThatIsNotThereIsToldOnce() {
        proxy.refuse(true);
        Engine engine = open(faulty, options -> options.poolTimeout(Duration.ofSeconds(2)));
        Retry retry = Retry.until(Duration.ofMillis(700)).backOff(Duration.ofMillis(20), Duration.ofMillis(100));
        AtomicInteger attempts = new AtomicInteger();
        try {
            retry.call(attempt -> {
                attempts.set(attempt);
                use(engine);
                return true;
            });
            fail("the server is not there");
        } catch (DisconnectedException unreachable) {
            assertThat(unreachable).hasCauseInstanceOf(SQLException.class);
            assertThat(attempts.get()).isGreaterThan(1);
        }
        proxy.refuse(false);
        use(engine);
    }
}
