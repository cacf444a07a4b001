package io.athanor.sql.schema;

import org.jspecify.annotations.Nullable;

/**
 * States the properties of a constraint. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public final class ConstraintSpec {
    final DialectOptions options = new DialectOptions();

    @Nullable String name;

    @Nullable Boolean isDeferrable;

    @Nullable Boolean isInitiallyDeferred;

    boolean isNullsNotDistinct;

    ConstraintSpec() {}

    /**
     * Name the constraint.
     *
     * @param value the name; the naming convention of the metadata may wrap it
     * @return this
     */
    public ConstraintSpec name(String value) {
        name = value;
        return this;
    }

    /**
     * State whether the check may wait until the end of the transaction.
     *
     * @param value whether it may
     * @return this
     */
    public ConstraintSpec deferrable(boolean value) {
        isDeferrable = value;
        return this;
    }

    /**
     * State whether the check waits until the end of the transaction without being told to.
     *
     * @param value whether it does
     * @return this
     */
    public ConstraintSpec initiallyDeferred(boolean value) {
        isInitiallyDeferred = value;
        return this;
    }

    /**
     * Have a unique constraint take NULL for equal to NULL.
     *
     * @return this
     */
    public ConstraintSpec nullsNotDistinct() {
        isNullsNotDistinct = true;
        return this;
    }

    /**
     * State what one dialect alone understands.
     *
     * @param dialect the dialect's name
     * @param option the option's name
     * @param value text, a number, a boolean or a list of texts
     * @return this
     */
    public ConstraintSpec option(String dialect, String option, Object value) {
        options.put(dialect, option, value);
        return this;
    }
}
