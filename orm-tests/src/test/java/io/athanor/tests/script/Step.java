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
 */
record Step(String text, Predicate<Model> fits, Consumer<Model> expected, Consumer<World> run) {
    @Override
    public String toString() {
        return text;
    }
}
