package io.athanor.tests.benchmark;

import io.athanor.engine.Engine;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import java.util.concurrent.TimeUnit;
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
 * What a getter of a managed instance costs beside that of a class that knows nothing of the library; the goal is at most
 * twice. Run {@code org.openjdk.jmh.Main GetterBenchmark} on the test class path.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GetterBenchmark {
    private final Engine engine = Engine.create("sqlite:///:memory:");
    private final PlainGauge plain = new PlainGauge("steam", 7);
    private final Gauge managed = new Gauge("steam", 7);
    private final Gauge loose = new Gauge("steam", 7);
    private Session session = SessionFactory.of(Registry.of(Gauge.class)).open();

    /** The same class without a mapping. */
    static final class PlainGauge {
        private final String name;
        private final int level;

        PlainGauge(String name, int level) {
            this.name = name;
            this.level = level;
        }

        String getName() {
            return name;
        }

        int getLevel() {
            return level;
        }
    }

    @Setup(Level.Trial)
    public void manage() {
        Registry registry = Registry.of(Gauge.class);
        registry.metadata().createAll(engine);
        session = SessionFactory.of(engine, registry).open();
        session.add(managed);
        session.flush();
    }

    @TearDown(Level.Trial)
    public void close() {
        session.close();
        engine.close();
    }

    @Benchmark
    public String plainObject() {
        return plain.getName();
    }

    @Benchmark
    public String managedObject() {
        return managed.getName();
    }

    @Benchmark
    public String transientObject() {
        return loose.getName();
    }

    @Benchmark
    public int plainPrimitive() {
        return plain.getLevel();
    }

    @Benchmark
    public int managedPrimitive() {
        return managed.getLevel();
    }
}
