package io.athanor.sql.type;

import io.athanor.sql.error.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value, held as its text. Made of Java values by {@link #of}, or of text that a JSON library of the application's
 * choice has written by {@link #parse}. Immutable, equal by text.
 *
 * @since 0.1.0
 */
public final class Json {
    /** JSON's {@code null}, which is a value and no SQL NULL. */
    public static final Json NULL = new Json("null");

    private final String text;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Write a Java value as JSON.
     *
     * @param value a map with string keys, an iterable, an array of objects, a string, number, boolean, {@code Json}, or
     *     {@code null}; values within likewise
     * @return its JSON
     * @throws ArgumentException if there is a value of another class, or a number that JSON cannot express
     */
    public static Json of(@Nullable Object value) {
        return new Json(JsonWriter.write(value));
    }

    /**
     * Take text as JSON. The text is not checked beyond being there; the database refuses what is no JSON.
     *
     * @param text the JSON text
     * @return the value
     * @throws ArgumentException if the text is blank
     */
    public static Json parse(String text) {
        if (text.isBlank()) {
            throw new ArgumentException("Text [%s] is no JSON; use Json.NULL for its null".formatted(text));
        }
        return new Json(text);
    }

    /**
     * Return the JSON text.
     *
     * @return the text, never {@code null}
     */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Json json && json.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
