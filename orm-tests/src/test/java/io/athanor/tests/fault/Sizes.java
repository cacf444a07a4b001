package io.athanor.tests.fault;

/** How large tests of load are: short in each build, as long as it takes with {@code -Dathanor.test.full=true}. */
final class Sizes {
    static final boolean IS_FULL = Boolean.getBoolean("athanor.test.full");

    private Sizes() {}

    static int of(int usual, int full) {
        return IS_FULL ? full : usual;
    }
}
