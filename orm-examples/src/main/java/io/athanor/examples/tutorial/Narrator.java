package io.athanor.examples.tutorial;

import io.athanor.engine.error.DatabaseException;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what is done and shows what comes of it; a value other than the expected one ends the program. */
final class Narrator {
    private final PrintStream out;
    private int shown;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** A chapter of the tutorial. */
    void section(String title) {
        out.println();
        out.println("== " + title);
    }

    /** What is done next. */
    void say(String text) {
        out.println();
        out.println("-- " + text);
    }

    /** The expression comes first, then the SQL that it sends, then its value. */
    void show(String expression, Supplier<? extends @Nullable Object> work, @Nullable Object expected) {
        out.println("> " + expression);
        value(expression, work.get(), expected);
    }

    private void value(String expression, @Nullable Object value, @Nullable Object expected) {
        if (value instanceof List<?> list && list.size() > 1) {
            list.forEach(each -> out.println("  " + each));
        } else {
            out.println("  " + value);
        }
        if (!Objects.equals(value, expected)) {
            throw new IllegalStateException("%s is [%s], but [%s] was expected".formatted(expression, value, expected));
        }
        shown++;
    }

    /** Show how something is refused; that it is not ends the program. */
    void refused(String expression, Class<? extends RuntimeException> expected, Supplier<?> work) {
        out.println("> " + expression);
        Object value;
        try {
            value = work.get();
        } catch (RuntimeException refusal) {
            if (!expected.isInstance(refusal)) {
                throw refusal;
            }
            tell(refusal);
            return;
        }
        throw new IllegalStateException("%s was to be refused, but is [%s]".formatted(expression, value));
    }

    /** Show what some databases refuse and the others do. */
    void attempt(String expression, Supplier<?> work, @Nullable Object expected) {
        out.println("> " + expression);
        Object value;
        try {
            value = work.get();
        } catch (DatabaseException refusal) {
            tell(refusal);
            return;
        }
        value(expression, value, expected);
    }

    private void tell(RuntimeException refusal) {
        String message =
                String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
        out.println("  " + refusal.getClass().getSimpleName() + ": " + message);
        shown++;
    }

    int end() {
        out.println();
        out.println("tutorial: " + shown + " values shown, all as expected");
        return shown;
    }
}
