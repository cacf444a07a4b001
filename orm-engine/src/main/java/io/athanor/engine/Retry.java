package io.athanor.engine;

import io.athanor.engine.error.CommitOutcomeUnknownException;
import io.athanor.engine.error.DatabaseException;
import io.athanor.sql.error.ArgumentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a unit of work is run again that failed for a reason that may have passed: a deadlock, a conflict of concurrent
 * transactions, a lock that was not to be had, a lost connection; all that {@link DatabaseException#isRetryable} says so of,
 * be it the failure itself or a cause of it. A unit is run again as a whole, in a transaction of its own; it must be written
 * so that nothing outside of the database minds.
 *
 * <p>A COMMIT whose outcome is unknown is never run again. Between attempts the thread waits for a random time below a bound
 * that doubles. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Retry {
    private static final int MAX_SUPPRESSED = 10;

    private final int attempts;
    private final Duration firstPause;
    private final Duration longestPause;
    private final @Nullable Duration deadline;

    private Retry(int attempts, Duration firstPause, Duration longestPause, @Nullable Duration deadline) {
        this.attempts = attempts;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.deadline = deadline;
    }

    /**
     * Run a unit of work so many times at most, with pauses of up to 20 milliseconds at first and 1 second at last, and no
     * deadline.
     *
     * @param attempts at least 1, the first one included
     * @return a policy
     * @throws ArgumentException if the number is less than 1
     */
    public static Retry times(int attempts) {
        if (attempts < 1) {
            throw new ArgumentException("[%d] attempts are less than 1; give at least 1".formatted(attempts));
        }
        return new Retry(attempts, Duration.ofMillis(20), Duration.ofSeconds(1), null);
    }

    /**
     * Run a unit of work as often as a deadline allows, with pauses as of {@link #times}.
     *
     * @param deadline how long after the first attempt's beginning another one may begin
     * @return a policy
     * @throws ArgumentException if the time is not positive
     */
    public static Retry until(Duration deadline) {
        return times(Integer.MAX_VALUE).deadline(deadline);
    }

    /**
     * Return this policy with other pauses.
     *
     * @param first what the first pause is shorter than; not negative
     * @param longest what no pause is longer than
     * @return another policy
     * @throws ArgumentException if a time is negative
     */
    public Retry backOff(Duration first, Duration longest) {
        if (first.isNegative() || longest.isNegative()) {
            throw new ArgumentException("Pauses [%s] and [%s] must not be negative".formatted(first, longest));
        }
        return new Retry(attempts, first, longest, deadline);
    }

    /**
     * Return this policy with a deadline. An attempt that runs is not stopped by it.
     *
     * @param limit how long after the first attempt's beginning another one may begin
     * @return another policy
     * @throws ArgumentException if the time is not positive
     */
    public Retry deadline(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new ArgumentException("Deadline [%s] is not positive; give more than 0".formatted(limit));
        }
        return new Retry(attempts, firstPause, longestPause, limit);
    }

    /**
     * One attempt at a unit of work.
     *
     * @param <T> what it returns
     * @param <X> the checked exception it may throw
     */
    @FunctionalInterface
    public interface Attempt<T extends @Nullable Object, X extends Exception> {
        /**
         * Run the unit as a whole.
         *
         * @param number 1 for the first attempt
         * @return any value
         * @throws X what the work throws
         */
        T run(int number) throws X;
    }

    /**
     * Run a unit of work by this policy. For those who begin and end transactions by themselves; see
     * {@link Engine#inTransaction(Retry, Engine.Call)}.
     *
     * @param unit what to run; must undo what it did before it throws
     * @param <T> what it returns
     * @param <X> the checked exception it may throw
     * @return what the attempt returned that succeeded
     * @throws X what the last attempt threw; what those before threw is suppressed by it
     */
    public <T extends @Nullable Object, X extends Exception> T call(Attempt<T, X> unit) throws X {
        long start = System.nanoTime();
        List<Exception> earlier = new ArrayList<>();
        for (int number = 1; ; number++) {
            try {
                return unit.run(number);
            } catch (Exception failure) {
                long pause = pauseNanos(number);
                if (!isRetryable(failure) || isLast(number, start, pause) || !sleep(pause)) {
                    earlier.stream().filter(each -> each != failure).forEach(failure::addSuppressed);
                    throw failure;
                }
                if (earlier.size() < MAX_SUPPRESSED) {
                    earlier.add(failure);
                }
            }
        }
    }

    /** What was thrown may wrap what the database said. */
    private static boolean isRetryable(Exception failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < MAX_SUPPRESSED; depth++) {
            if (each instanceof CommitOutcomeUnknownException) {
                return false;
            }
            if (each instanceof DatabaseException database && database.isRetryable()) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    private boolean isLast(int number, long start, long pause) {
        return number >= attempts || deadline != null && System.nanoTime() - start + pause > deadline.toNanos();
    }

    /** Some time below a bound that doubles, so that those who met once do not meet again. */
    private long pauseNanos(int number) {
        long bound = longestPause.toNanos();
        int doublings = Math.min(number - 1, Long.SIZE - 2);
        if (firstPause.toNanos() <= bound >> doublings) {
            bound = firstPause.toNanos() << doublings;
        }
        return bound == 0 ? 0 : ThreadLocalRandom.current().nextLong(bound);
    }

    private static boolean sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
