package io.athanor.examples;

import io.athanor.engine.Engine;
import io.athanor.engine.dialect.Capability;
import java.io.PrintStream;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows what comes of the examples; a value other than the expected one ends the program. Used by one thread.
 *
 * @since 0.1.0
 */
public final class Checks {
    private final Engine engine;
    private final PrintStream out;
    private int shown;

    /**
     * Create an empty record.
     *
     * @param engine of the database that the example runs on
     * @param out where everything is shown
     */
    public Checks(Engine engine, PrintStream out) {
        this.engine = engine;
        this.out = out;
    }

    /**
     * Return whether the database can do something.
     *
     * @param capability what
     * @return whether it can
     */
    public boolean has(Capability capability) {
        return engine.dialect().capabilities().has(capability);
    }

    /**
     * Show a value.
     *
     * @param what what it is
     * @param value the value
     * @param expected what it must be
     */
    public void show(String what, @Nullable Object value, @Nullable Object expected) {
        out.println(what + " => " + value);
        if (!Objects.equals(value, expected)) {
            throw new IllegalStateException("%s is [%s], but [%s] was expected".formatted(what, value, expected));
        }
        shown++;
    }

    /**
     * Show how something is refused; that it is not ends the program.
     *
     * @param what what it is
     * @param expected the class of the refusal
     * @param statement what is to be refused
     */
    public void refused(String what, Class<? extends RuntimeException> expected, Supplier<?> statement) {
        try {
            Object yielded = statement.get();
            out.println(what + " => " + yielded);
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

    /**
     * Return how many values were shown.
     *
     * @return the number
     */
    public int shown() {
        return shown;
    }
}
