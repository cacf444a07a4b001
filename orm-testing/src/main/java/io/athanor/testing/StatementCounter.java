package io.athanor.testing;

import io.athanor.engine.Engine;
import io.athanor.engine.event.EngineEvents;
import io.athanor.engine.event.EngineListener;
import io.athanor.engine.event.StatementEvent;
import io.athanor.orm.state.LoadOnAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts the statements that an engine sends, from its creation until it is closed. A batch is one statement, since it is one
 * round trip; BEGIN, COMMIT, ROLLBACK and savepoints are not counted. Thread-safe: statements of all threads that share the
 * engine count.
 *
 * <pre>{@code
 * try (StatementCounter counter = StatementCounter.on(engine)) {
 *     service.listOrders();
 *     counter.assertStatements(2);
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class StatementCounter implements AutoCloseable {
    private final List<CountedStatement> statements = new ArrayList<>();
    private final EngineEvents.Subscription subscription;

    private StatementCounter(Engine engine) {
        subscription = engine.listen(new Listener());
    }

    /**
     * Start to count.
     *
     * @param engine whose statements to count
     * @return the counter, to be closed
     */
    public static StatementCounter on(Engine engine) {
        return new StatementCounter(engine);
    }

    /**
     * Return how many statements were sent.
     *
     * @return the number since the start or the last {@link #reset}
     */
    public int count() {
        synchronized (statements) {
            return statements.size();
        }
    }

    /**
     * Return what was sent.
     *
     * @return the statements in order, as of now; not to be changed
     */
    public List<CountedStatement> statements() {
        synchronized (statements) {
            return List.copyOf(statements);
        }
    }

    /** Count anew from here. */
    public void reset() {
        synchronized (statements) {
            statements.clear();
        }
    }

    /**
     * Demand that exactly so many statements were sent.
     *
     * @param expected how many
     * @throws StatementCountError if there were more or fewer; its message lists them
     */
    public void assertStatements(int expected) {
        List<CountedStatement> sent = statements();
        if (sent.size() != expected) {
            throw new StatementCountError("Expected exactly [%d] statements".formatted(expected), expected, sent);
        }
    }

    /**
     * Do something and demand that it sends exactly so many statements.
     *
     * @param expected how many
     * @param work what to do
     * @param <X> what it may throw
     * @throws X what it throws
     * @throws StatementCountError if there were more or fewer; its message lists them
     */
    public <X extends Exception> void assertStatements(int expected, Block<X> work) throws X {
        int before = count();
        work.run();
        List<CountedStatement> all = statements();
        List<CountedStatement> sent = all.subList(Math.min(before, all.size()), all.size());
        if (sent.size() != expected) {
            throw new StatementCountError("Expected exactly [%d] statements".formatted(expected), expected, sent);
        }
    }

    /**
     * Demand that no more than so many statements were sent.
     *
     * @param limit how many at most
     * @throws StatementCountError if there were more; its message lists them
     */
    public void assertAtMost(int limit) {
        List<CountedStatement> sent = statements();
        if (sent.size() > limit) {
            throw new StatementCountError("Expected at most [%d] statements".formatted(limit), limit, sent);
        }
    }

    /** Stop counting; what was counted can still be read. Does nothing the second time. */
    @Override
    public void close() {
        subscription.close();
    }

    /**
     * Something to do.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Block<X extends Exception> {
        /**
         * Do it.
         *
         * @throws X what it throws
         */
        void run() throws X;
    }

    /** What is flushed before something is loaded is not loaded. */
    private static @Nullable String advice(String sql) {
        LoadOnAccess load = LoadOnAccess.current();
        boolean isQuery = sql.stripLeading().toUpperCase(Locale.ROOT).startsWith("SELECT");
        return load == null || !isQuery ? null : "loaded when [%s] was read: %s".formatted(load.what(), load.remedy());
    }

    private final class Listener implements EngineListener {
        @Override
        public void beforeExecute(StatementEvent statement) {
            CountedStatement counted = new CountedStatement(
                    statement.sql(),
                    Math.max(1, statement.parameters().size()),
                    CallSite.find(),
                    advice(statement.sql()));
            synchronized (statements) {
                statements.add(counted);
            }
        }
    }
}
