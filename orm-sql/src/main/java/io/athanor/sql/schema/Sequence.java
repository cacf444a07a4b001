package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of numbers that the database keeps. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Sequence {
    private final @Nullable String schema;
    private final String name;
    private final Options options;

    private Sequence(String name, SequenceSpec spec) {
        if (name.isBlank()) {
            throw new ArgumentException("Sequence name [%s] is blank; give a name".formatted(name));
        }
        this.schema = spec.schema;
        this.name = name;
        this.options = spec.options();
    }

    /**
     * Define a sequence. It is created with the metadata of the tables whose columns use it.
     *
     * @param name its name
     * @return the sequence
     */
    public static Sequence of(String name) {
        return of(name, spec -> {});
    }

    /**
     * Define a sequence. It is created with the metadata of the tables whose columns use it.
     *
     * @param name its name
     * @param spec states how it counts
     * @return the sequence
     */
    public static Sequence of(String name, Consumer<SequenceSpec> spec) {
        SequenceSpec stated = new SequenceSpec();
        spec.accept(stated);
        return new Sequence(name, stated);
    }

    /**
     * Define a sequence that is created with some metadata, even if no column uses it.
     *
     * @param metadata what it belongs to
     * @param name its name
     * @param spec states how it counts
     * @return the sequence
     */
    public static Sequence of(MetaData metadata, String name, Consumer<SequenceSpec> spec) {
        Sequence sequence = of(name, spec);
        metadata.add(sequence);
        return sequence;
    }

    /**
     * Return the schema that the sequence lies in.
     *
     * @return the schema's name, or {@code null} for the connection's own
     */
    public @Nullable String schema() {
        return schema;
    }

    /**
     * Return the sequence's name.
     *
     * @return the name, not quoted
     */
    public String name() {
        return name;
    }

    /**
     * Return how the sequence counts.
     *
     * @return the options
     */
    public Options options() {
        return options;
    }

    /**
     * Return the next number as an expression.
     *
     * @return an expression that takes a number from the sequence each time it is evaluated
     */
    public Expression<Long> nextValue() {
        return new NextValue<>(this, SqlTypes.BIGINT);
    }

    /**
     * Return the next number as an expression of a type.
     *
     * @param type an integer type
     * @param <T> the Java type of the number
     * @return an expression that takes a number from the sequence each time it is evaluated
     */
    public <T extends Number> Expression<T> nextValue(SqlType<T> type) {
        return new NextValue<>(this, type);
    }

    @Override
    public String toString() {
        return "Sequence(" + (schema == null ? "" : schema + ".") + name + ")";
    }

    /**
     * How a sequence counts. Each part is {@code null} if it was not stated.
     *
     * @param type the type of its numbers
     * @param start the first number
     * @param increment the step
     * @param minimum the least number, with {@link Bound#isNone} for none
     * @param maximum the greatest number, with {@link Bound#isNone} for none
     * @param cycle whether it begins again at its end
     * @param cache how many numbers are kept ready
     */
    public record Options(
            @Nullable SqlType<?> type,
            @Nullable Long start,
            @Nullable Long increment,
            @Nullable Bound minimum,
            @Nullable Bound maximum,
            @Nullable Boolean cycle,
            @Nullable Long cache) {
        /** Nothing stated. */
        public static final Options NONE = new Options(null, null, null, null, null, null, null);

        /**
         * The least or greatest number.
         *
         * @param isNone whether there is expressly none
         * @param value the number, if there is one
         */
        public record Bound(boolean isNone, long value) {}
    }
}
