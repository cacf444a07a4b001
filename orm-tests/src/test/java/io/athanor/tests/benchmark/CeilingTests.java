package io.athanor.tests.benchmark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.SessionFactory;
import io.athanor.tests.database.Database;
import io.athanor.tests.family.Child;
import io.athanor.tests.family.Node;
import io.athanor.tests.family.Owner;
import io.athanor.tests.family.Parent;
import io.athanor.tests.family.Passport;
import io.athanor.tests.family.Tag;
import io.athanor.tests.family.Thing;
import io.athanor.tests.jdbc.RecordingDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What units of work cost, against recorded ceilings: statements, round trips and prepared statements exactly as they were
 * recorded or fewer, memory with room for another JDK or compiler. Never the time, which depends on the machine. Who makes
 * something cheaper lowers the ceiling in {@code ceilings.csv}.
 */
class CeilingTests {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 12;
    private static final Map<String, Cost> CEILINGS = ceilings();

    /** Statements and prepares of a unit; bytes of one of its operations. */
    private record Cost(int statements, int roundTrips, int prepares, long bytes) {}

    private static Map<String, Cost> ceilings() {
        Map<String, Cost> ceilings = new HashMap<>();
        try (InputStream file = requireNonNull(CeilingTests.class.getResourceAsStream("/ceilings/ceilings.csv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> ceilings.put(
                            cells[0] + " " + cells[1],
                            new Cost(
                                    Integer.parseInt(cells[2]),
                                    Integer.parseInt(cells[3]),
                                    Integer.parseInt(cells[4]),
                                    Long.parseLong(cells[5]))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return ceilings;
    }

    static Stream<Arguments> loads() {
        return Stream.of(Database.SQLITE, Database.H2)
                .flatMap(database -> Stream.of(Load.values()).map(load -> Arguments.of(load, database)));
    }

    private static Registry registry() {
        return Registry.of(
                Gauge.class,
                Parent.class,
                Child.class,
                Owner.class,
                Thing.class,
                Tag.class,
                Passport.class,
                Node.class);
    }

    private static SessionFactory filled(Engine engine) {
        Registry registry = registry();
        registry.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, registry);
        sessions.transaction(session -> {
            session.addAll(Load.gauges());
            session.addAll(Load.family());
        });
        return sessions;
    }

    @ParameterizedTest
    @MethodSource("loads")
    void staysBelowItsCeiling(Load load, Database database) throws SQLException {
        Cost ceiling = CEILINGS.get(load + " " + database.dialect());
        Cost cost = costOf(load, database);
        String measured = "%s,%s,%d,%d,%d,%d"
                .formatted(
                        load, database.dialect(), cost.statements(), cost.roundTrips(), cost.prepares(), cost.bytes());
        assertThat(ceiling).as("a ceiling for [%s]", measured).isNotNull();
        assertThat(cost.statements()).as("statements: %s", measured).isLessThanOrEqualTo(ceiling.statements());
        assertThat(cost.roundTrips()).as("round trips: %s", measured).isLessThanOrEqualTo(ceiling.roundTrips());
        assertThat(cost.prepares()).as("prepares: %s", measured).isLessThanOrEqualTo(ceiling.prepares());
        assertThat(cost.bytes()).as("bytes: %s", measured).isLessThanOrEqualTo(ceiling.bytes());
    }

    private static Cost costOf(Load load, Database database) throws SQLException {
        int statements;
        int roundTrips;
        int prepares;
        try (RecordingDataSource source = database.open();
                Engine engine = Engine.of(source, options -> options.dialect(database.dialect()))) {
            SessionFactory sessions = filled(engine);
            load.run(sessions);
            source.recording().clear();
            load.run(sessions);
            statements = source.recording().statements().stream()
                    .mapToInt(sent -> Math.max(1, sent.rows().size()))
                    .sum();
            roundTrips = source.recording().all().size();
            prepares = source.recording().prepared();
        }
        try (Engine engine = Engine.create(database.url())) {
            return new Cost(statements, roundTrips, prepares, bytes(load, filled(engine)));
        }
    }

    /** The least of several rounds: what else the JVM does at times is not the unit's. */
    private static long bytes(Load load, SessionFactory sessions) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            load.run(sessions);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least / load.operations();
    }
}
