package io.athanor.micrometer;

import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.event.EngineListener;
import io.athanor.engine.event.StatementEvent;
import io.athanor.engine.event.TransactionEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts and times what it hears. Thread-safe. */
final class MeteringListener implements EngineListener {
    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<List<String>, Meter> meters = new ConcurrentHashMap<>();

    MeteringListener(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    Collection<Meter> meters() {
        return meters.values();
    }

    private void record(long nanos, String name, String... tag) {
        Timer timer = (Timer) meters.computeIfAbsent(
                key(name, tag), key -> Timer.builder(name).tags(tags.and(tag)).register(registry));
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private void count(String name, String... tag) {
        Counter counter = (Counter) meters.computeIfAbsent(
                key(name, tag), key -> Counter.builder(name).tags(tags.and(tag)).register(registry));
        counter.increment();
    }

    private static List<String> key(String name, String... tag) {
        return tag.length == 0 ? List.of(name) : List.of(name, tag[1]);
    }

    @Override
    public void connected(Connection connection) {
        count("athanor.pool.opened");
    }

    @Override
    public void checkedOut(Connection connection, long nanos) {
        record(nanos, "athanor.pool.wait", "outcome", "success");
    }

    @Override
    public void borrowFailed(RuntimeException failure, long nanos) {
        record(nanos, "athanor.pool.wait", "outcome", "failure");
    }

    @Override
    public void checkedIn(Connection connection, long nanos) {
        record(nanos, "athanor.pool.usage");
    }

    @Override
    public void invalidated(boolean isLost) {
        count("athanor.pool.invalidated", "cause", isLost ? "lost" : "broken");
    }

    @Override
    public void leaked(Throwable origin) {
        count("athanor.pool.leaked");
    }

    @Override
    public void afterExecute(StatementEvent statement, long nanos, @Nullable RuntimeException failure) {
        record(nanos, "athanor.statements", "outcome", outcome(failure));
    }

    private static String outcome(@Nullable RuntimeException failure) {
        if (failure == null) {
            return "success";
        }
        return failure instanceof DatabaseException database
                ? database.kind().name().toLowerCase(Locale.ROOT)
                : "other";
    }

    @Override
    public void transaction(TransactionEvent event) {
        boolean isEnd = event.step() == TransactionEvent.Step.COMMIT || event.step() == TransactionEvent.Step.ROLLBACK;
        if (isEnd && event.savepoint() == null) {
            count("athanor.transactions", "end", event.step().name().toLowerCase(Locale.ROOT));
        }
    }
}
