package io.athanor.tests.differential;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The choices of one query: the same seed makes the same query. */
final class Dice {
    private final SplittableRandom random;
    private int names;

    Dice(long seed, int number) {
        random = new SplittableRandom(seed * 1_000_003 + number);
    }

    /** From zero to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T one(List<? extends T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Make one of several things; the others are not made. */
    @SafeVarargs
    final <T> T make(Supplier<? extends T>... of) {
        return of[random.nextInt(of.length)].get();
    }

    /** A name that the query does not have yet. */
    String name(String prefix) {
        return prefix + ++names;
    }
}
