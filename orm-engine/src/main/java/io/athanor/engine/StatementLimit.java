package io.athanor.engine;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that one statement may keep the database busy. Drivers' own limits count seconds, leave out the fetching of rows,
 * or do nothing, so a clock beside them cancels; and cuts the connection if that is of no avail.
 */
final class StatementLimit {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long MIN_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int IDLE_SECONDS = 10;
    private static final ScheduledThreadPoolExecutor CLOCK = clock();
    /** Cancelling may itself wait for a database that is not to be reached. */
    private static final ExecutorService CANCELLERS = cancellers();

    private final RunningStatement running;
    private final Statement statement;
    private final long limitNanos;
    private long spent;
    private volatile long busySince;
    private volatile boolean isEnded;
    private volatile boolean isExceeded;

    private StatementLimit(RunningStatement running, Statement statement, long limitNanos) {
        this.running = running;
        this.statement = statement;
        this.limitNanos = limitNanos;
    }

    /** Start the clock of a statement, unless there is no limit, which is 0. */
    static @Nullable StatementLimit start(RunningStatement running, Statement statement, long limitNanos) {
        if (limitNanos == 0) {
            return null;
        }
        StatementLimit limit = new StatementLimit(running, statement, limitNanos);
        limit.check(limitNanos);
        return limit;
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, daemon("athanor-clock"));
        clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        return clock;
    }

    private static ExecutorService cancellers() {
        int limit = 16;
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon("athanor-cancel"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The driver is called. */
    void enter() {
        // 0 is kept for the time between calls.
        busySince = System.nanoTime() | 1;
    }

    /** The driver has returned. */
    void leave() {
        spent += System.nanoTime() - busySince;
        busySince = 0;
    }

    boolean isExceeded() {
        return isExceeded;
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(limitNanos);
    }

    void end() {
        isEnded = true;
    }

    private void check(long inNanos) {
        // Weak, since a result that nobody reads any more must not live on for its clock.
        Reference<StatementLimit> limit = new WeakReference<>(this);
        CLOCK.schedule(() -> check(limit), Math.max(inNanos, MIN_WAIT_NANOS), TimeUnit.NANOSECONDS);
    }

    private static void check(Reference<StatementLimit> reference) {
        StatementLimit limit = reference.get();
        if (limit != null) {
            limit.check();
        }
    }

    private void check() {
        if (isEnded) {
            return;
        }
        long since = busySince;
        // Written before busySince, so what is read after it is of then or later; later at worst counts a call twice.
        long total = since == 0 ? 0 : spent + System.nanoTime() - since;
        if (since == 0 || total < limitNanos) {
            check(since == 0 ? limitNanos : limitNanos - total);
            return;
        }
        isExceeded = true;
        CANCELLERS.execute(this::cancel);
        CLOCK.schedule(() -> CANCELLERS.execute(this::cut), GRACE_NANOS, TimeUnit.NANOSECONDS);
    }

    private void cancel() {
        try {
            running.cancel(statement);
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("A statement that runs for longer than [{}] ms could not be cancelled", millis());
        }
    }

    private void cut() {
        if (isEnded) {
            return;
        }
        LOG.warn(
                "A statement still runs [{}] ms after it was cancelled; its connection is cut",
                GRACE_NANOS / 1_000_000);
        try {
            Connection connection = statement.getConnection();
            connection.abort(CANCELLERS);
            running.cut();
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("The connection could not be cut", failure);
        }
    }
}
