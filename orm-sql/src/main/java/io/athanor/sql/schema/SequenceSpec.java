package io.athanor.sql.schema;

import io.athanor.sql.schema.Sequence.Options.Bound;
import io.athanor.sql.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * States how a sequence or an identity column counts. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public final class SequenceSpec {
    private static final Bound NO_BOUND = new Bound(true, 0);

    private @Nullable SqlType<?> numbers;
    private @Nullable Long first;
    private @Nullable Long step;
    private @Nullable Bound minimum;
    private @Nullable Bound maximum;
    private @Nullable Boolean isCyclic;
    private @Nullable Long cached;

    @Nullable String schema;

    SequenceSpec() {}

    /**
     * State the type of the numbers, where the database can be told it.
     *
     * @param type an integer type
     * @return this
     */
    public SequenceSpec type(SqlType<?> type) {
        numbers = type;
        return this;
    }

    /**
     * State the first number.
     *
     * @param number the number
     * @return this
     */
    public SequenceSpec start(long number) {
        first = number;
        return this;
    }

    /**
     * State the step.
     *
     * @param number the number, not 0
     * @return this
     */
    public SequenceSpec increment(long number) {
        step = number;
        return this;
    }

    /**
     * State the least number.
     *
     * @param number the number
     * @return this
     */
    public SequenceSpec minimum(long number) {
        minimum = new Bound(false, number);
        return this;
    }

    /**
     * State the greatest number.
     *
     * @param number the number
     * @return this
     */
    public SequenceSpec maximum(long number) {
        maximum = new Bound(false, number);
        return this;
    }

    /**
     * State that there is no least number but that of the type.
     *
     * @return this
     */
    public SequenceSpec noMinimum() {
        minimum = NO_BOUND;
        return this;
    }

    /**
     * State that there is no greatest number but that of the type.
     *
     * @return this
     */
    public SequenceSpec noMaximum() {
        maximum = NO_BOUND;
        return this;
    }

    /**
     * State whether to begin again at the end.
     *
     * @param value whether to
     * @return this
     */
    public SequenceSpec cycle(boolean value) {
        isCyclic = value;
        return this;
    }

    /**
     * State how many numbers are kept ready.
     *
     * @param numbersKept how many
     * @return this
     */
    public SequenceSpec cache(long numbersKept) {
        cached = numbersKept;
        return this;
    }

    /**
     * State the schema that a sequence lies in; means nothing for an identity column.
     *
     * @param name the schema's name
     * @return this
     */
    public SequenceSpec schema(String name) {
        schema = name;
        return this;
    }

    Sequence.Options options() {
        return new Sequence.Options(numbers, first, step, minimum, maximum, isCyclic, cached);
    }
}
