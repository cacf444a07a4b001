package io.athanor.engine.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who holds connections now; told in the message when there is none left. */
final class Loans {
    private static final int FRAMES = 8;
    private static final int HOLDERS = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;

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

    /** Each holder's thread, how long it has held, and where that thread is now. Names no SQL and no values. */
    String describe() {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Loan loan : open) {
            if (count++ == HOLDERS) {
                text.append("\n  and ").append(open.size() - HOLDERS).append(" more");
                break;
            }
            text.append("\n  held by thread [")
                    .append(loan.holder().getName())
                    .append("] for ")
                    .append(loan.heldNanos() / NANOS_PER_MILLI)
                    .append(" ms");
            StackTraceElement[] stack = loan.holder().getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
                text.append("\n    at ").append(stack[i]);
            }
        }
        return text.toString();
    }
}
