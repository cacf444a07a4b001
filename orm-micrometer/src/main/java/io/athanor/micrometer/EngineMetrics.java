package io.athanor.micrometer;

import io.athanor.engine.Engine;
import io.athanor.engine.StatementCache;
import io.athanor.engine.event.EngineEvents;
import io.athanor.engine.pool.PoolState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;

/**
 * What an engine does, as meters: {@code new EngineMetrics(engine, "orders").bindTo(registry)}. Each has the tag
 * {@code engine}.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>what</th></tr>
 * <tr><td>{@code athanor.pool.connections}</td><td>gauge</td><td>open connections by {@code state}: active, idle</td></tr>
 * <tr><td>{@code athanor.pool.waiting}, {@code athanor.pool.limit}</td><td>gauge</td><td>threads that wait; how many
 * connections may be open</td></tr>
 * <tr><td>{@code athanor.pool.wait}</td><td>timer</td><td>the wait for a connection by {@code outcome}: success,
 * failure</td></tr>
 * <tr><td>{@code athanor.pool.usage}</td><td>timer</td><td>how long connections are held</td></tr>
 * <tr><td>{@code athanor.pool.opened}, {@code athanor.pool.leaked}</td><td>counter</td><td>connections that were opened;
 * that were collected without being closed</td></tr>
 * <tr><td>{@code athanor.pool.invalidated}</td><td>counter</td><td>connections that were given up by {@code cause}: lost,
 * broken</td></tr>
 * <tr><td>{@code athanor.statements}</td><td>timer</td><td>statements by {@code outcome}: success, or the kind of error, such
 * as unique_violation</td></tr>
 * <tr><td>{@code athanor.transactions}</td><td>counter</td><td>ends of transactions by {@code end}: commit, rollback; those
 * of savepoints do not count</td></tr>
 * <tr><td>{@code athanor.statement.cache}</td><td>counter</td><td>look-ups of compiled statements by {@code result}: hit,
 * miss</td></tr>
 * </table>
 *
 * <p>No meter has SQL or values in its tags. Thread-safe.
 *
 * @since 0.1.0
 */
public final class EngineMetrics implements MeterBinder, AutoCloseable {
    private final Engine engine;
    private final Tags tags;
    private final Queue<Runnable> bound = new ConcurrentLinkedQueue<>();

    /**
     * Create metrics that are bound to no registry yet.
     *
     * @param engine what to measure
     * @param name the value of the tag {@code engine}
     * @param tags more tags for all meters
     */
    public EngineMetrics(Engine engine, String name, Tag... tags) {
        this.engine = engine;
        this.tags = Tags.of("engine", name).and(tags);
    }

    /**
     * Register the meters and begin to measure.
     *
     * @param registry where meters are kept
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        List<Meter> meters = List.of(
                pool(registry, "athanor.pool.connections", tags.and("state", "active"), PoolState::active),
                pool(registry, "athanor.pool.connections", tags.and("state", "idle"), PoolState::idle),
                pool(registry, "athanor.pool.waiting", tags, PoolState::waiting),
                pool(registry, "athanor.pool.limit", tags, PoolState::limit),
                cache(registry, "hit", StatementCache::hits),
                cache(registry, "miss", StatementCache::misses));
        MeteringListener listener = new MeteringListener(registry, tags);
        EngineEvents.Subscription subscription = engine.listen(listener);
        bound.add(() -> {
            subscription.close();
            meters.forEach(registry::remove);
            listener.meters().forEach(registry::remove);
        });
    }

    private Meter pool(MeterRegistry registry, String name, Tags with, ToDoubleFunction<PoolState> number) {
        return Gauge.builder(name, engine, each -> number.applyAsDouble(each.poolState()))
                .tags(with)
                .register(registry);
    }

    private Meter cache(MeterRegistry registry, String result, ToDoubleFunction<StatementCache> number) {
        return FunctionCounter.builder("athanor.statement.cache", engine.statementCache(), number)
                .tags(tags.and("result", result))
                .register(registry);
    }

    /** Stop measuring and remove the meters from the registries that they were bound to. Does nothing the second time. */
    @Override
    public void close() {
        for (Runnable each = bound.poll(); each != null; each = bound.poll()) {
            each.run();
        }
    }
}
