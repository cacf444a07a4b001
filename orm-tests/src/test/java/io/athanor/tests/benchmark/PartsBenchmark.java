package io.athanor.tests.benchmark;

import io.athanor.engine.Compilation;
import io.athanor.engine.Engine;
import io.athanor.orm.identity.IdentityMap;
import io.athanor.orm.identity.InstanceState;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Select;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the parts of a statement's way cost: to build it, to take its structure, to find it compiled or compile it anew, and to
 * find an instance by its key. Run {@code org.openjdk.jmh.Main PartsBenchmark} on the test class path.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PartsBenchmark {
    private static final int COUNT = 10_000;

    private final Engine engine = Engine.create("sqlite:///:memory:");
    private final Engine uncached = Engine.create("sqlite:///:memory:", options -> options.statementCacheSize(0));
    private final Registry registry = Registry.of(Gauge.class);
    private final EntityMapper<Gauge> mapper = registry.entityMapper(Gauge.class);
    private final IdentityMap identities = new IdentityMap();
    private final Session session = SessionFactory.of(engine, registry).open();
    private List<Gauge> held = List.of();
    private int next;

    @Setup(Level.Trial)
    public void load() {
        registry.metadata().createAll(engine);
        held = IntStream.rangeClosed(1, COUNT)
                .mapToObj(n -> new Gauge("gauge", n))
                .toList();
        session.addAll(held);
        session.flush();
        held.forEach(gauge -> identities.add(Objects.requireNonNull(InstanceState.of(gauge))));
    }

    @TearDown(Level.Trial)
    public void close() {
        session.close();
        engine.close();
        uncached.close();
    }

    @Benchmark
    public Select<Row> build() {
        Column<?> id = mapper.attribute(mapper.keyIndexes()[0]).column();
        Column<?> name = mapper.require("name").column();
        return Select.rows(List.of(id, name)).where(mapper.isRow(mapper.keyPlaces()));
    }

    @Benchmark
    public StructureKey structure() {
        return StructureKey.of(build());
    }

    @Benchmark
    public Compilation compiledBefore() {
        return engine.compile(build());
    }

    @Benchmark
    public Compilation compiledAnew() {
        return uncached.compile(build());
    }

    @Benchmark
    public @Nullable InstanceState identityMap() {
        next = next % COUNT + 1;
        return identities.find(mapper, next);
    }

    @Benchmark
    public Gauge get() {
        next = next % COUNT + 1;
        return session.getOne(Gauge.class, next);
    }
}
