package io.athanor.engine.pool;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Who holds connections now; told in the message when there is none left. */
final class Loans {
    private static final int FRAMES = 8;
    private static final int HOLDERS = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LOOK_MILLIS = 5;

    private final Set<Loan> open = ConcurrentHashMap.newKeySet();

    void add(Loan loan) {
        open.add(loan);
    }

    void remove(Loan loan) {
        open.remove(loan);
    }

    int size() {
        return open.size();
    }

    /**
     * Wait until no other thread holds a connection, but not longer than the settings say; tell in the log if some do.
     *
     * @param promised how many connections are lent, or about to be
     */
    void awaitOthers(PoolSettings settings, IntSupplier promised) {
        long start = System.nanoTime();
        while (isHeldByOthers() || promised.getAsInt() > open.size()) {
            if (System.nanoTime() - start >= settings.closeTimeout().toNanos()) {
                PoolLog.heldAtClose(settings, describe());
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** A thread that closes the pool would wait for itself. */
    private boolean isHeldByOthers() {
        return open.stream().anyMatch(loan -> loan.holder() != Thread.currentThread());
    }

    /** Each holder's thread, how long it has held, where that thread is now. Names no SQL and no values. */
    String describe() {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Loan loan : open) {
            if (count++ == HOLDERS) {
                text.append("\n  and ").append(open.size() - HOLDERS).append(" more");
                break;
            }
            text.append("\n  held by thread [")
                    .append(loan.holderName())
                    .append("] for ")
                    .append(loan.heldNanos() / NANOS_PER_MILLI)
                    .append(" ms");
            append(text, loan.holder().getStackTrace());
            if (!loan.holder().isAlive()) {
                text.append("; the thread has ended, and had borrowed it");
                append(text, loan.origin().getStackTrace());
            }
        }
        return text.toString();
    }

    /** What a thread does here is of no interest; what it came from is. */
    private static void append(StringBuilder text, StackTraceElement[] stack) {
        Arrays.stream(stack)
                .dropWhile(Loans::isOurs)
                .limit(FRAMES)
                .forEach(frame -> text.append("\n    at ").append(frame));
    }

    private static boolean isOurs(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.startsWith("io.athanor.engine.") || type.equals("java.lang.Thread");
    }
}
