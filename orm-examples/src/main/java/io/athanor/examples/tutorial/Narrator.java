package io.athanor.examples.tutorial;

import java.io.PrintStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what is done and shows what comes of it; a value other than the expected one ends the program. */
final class Narrator {
    private final PrintStream out;
    private int shown;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void section(String title) {
        out.println();
        out.println("== " + title);
    }

    void say(String text) {
        out.println();
        out.println("-- " + text);
    }

    void show(String expression, @Nullable Object value, @Nullable Object expected) {
        out.println(expression + " => " + value);
        if (!Objects.equals(value, expected)) {
            throw new IllegalStateException("%s is [%s], but [%s] was expected".formatted(expression, value, expected));
        }
        shown++;
    }

    void end() {
        out.println();
        out.println("tutorial: " + shown + " values shown, all as expected");
    }
}
