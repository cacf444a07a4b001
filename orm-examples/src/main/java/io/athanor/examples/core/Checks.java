package io.athanor.examples.core;

import java.io.PrintStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what comes of a statement; a value other than the expected one ends the program. */
final class Checks {
    private final PrintStream out;
    private int shown;

    Checks(PrintStream out) {
        this.out = out;
    }

    void show(String what, @Nullable Object value, @Nullable Object expected) {
        out.println(what + " => " + value);
        if (!Objects.equals(value, expected)) {
            throw new IllegalStateException("%s is [%s], but [%s] was expected".formatted(what, value, expected));
        }
        shown++;
    }

    int shown() {
        return shown;
    }
}
