package io.athanor.tests.script;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thing that an application does.
 *
 * @param text the same in Java
 * @param fits whether it can be done now; a script that was shortened may lack what it needs
 * @param expected what must come of it
 * @param run does it
 * @param end what it ends
 */
record Step(String text, Predicate<Model> fits, Consumer<Model> expected, Consumer<World> run, End end) {
    /** What a step ends, so that all must be as the model says. */
    enum End {
        NONE,
        SAVEPOINT,
        TRANSACTION
    }

    Step(String text, Predicate<Model> fits, Consumer<Model> expected, Consumer<World> run) {
        this(text, fits, expected, run, End.NONE);
    }

    Step ending(End what) {
        return new Step(text, fits, expected, run, what);
    }

    @Override
    public String toString() {
        return text;
    }
}
