package io.athanor.examples.core;

import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import java.io.PrintStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what comes of a statement; a value other than the expected one ends the program. */
final class Checks {
    private final Engine engine;
    private final PrintStream out;
    private int shown;

    Checks(Engine engine, PrintStream out) {
        this.engine = engine;
        this.out = out;
    }

    boolean has(Capability capability) {
        return engine.dialect().capabilities().has(capability);
    }

    void show(String what, @Nullable Object value, @Nullable Object expected) {
        out.println(what + " => " + value);
        if (!Objects.equals(value, expected)) {
            throw new IllegalStateException("%s is [%s], but [%s] was expected".formatted(what, value, expected));
        }
        shown++;
    }

    /** Show how a statement is refused that the database cannot run; that it runs ends the program. */
    void refused(String what, Class<? extends RuntimeException> expected, Runnable statement) {
        try {
            statement.run();
        } catch (RuntimeException refusal) {
            if (expected.isInstance(refusal)) {
                out.println(what + " is refused: "
                        + String.valueOf(refusal.getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""));
                shown++;
                return;
            }
            throw refusal;
        }
        throw new IllegalStateException("%s was to be refused, but ran".formatted(what));
    }

    int shown() {
        return shown;
    }
}
