package io.athanor.sql.schema;

import io.athanor.sql.error.ArgumentException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * States the properties of a foreign key. Alive only inside the function that it is handed to.
 *
 * @since 0.1.0
 */
public final class ForeignKeySpec {
    private static final Set<String> MATCHES = Set.of("FULL", "PARTIAL", "SIMPLE");

    final ConstraintSpec common = new ConstraintSpec();

    ForeignKey.@Nullable Action onDelete;

    ForeignKey.@Nullable Action onUpdate;

    @Nullable String match;

    boolean isAddedByAlter;

    ForeignKeySpec() {}

    /**
     * Name the constraint.
     *
     * @param value the name
     * @return this
     */
    public ForeignKeySpec name(String value) {
        common.name(value);
        return this;
    }

    /**
     * State what happens when the referred row is deleted.
     *
     * @param action the action
     * @return this
     */
    public ForeignKeySpec onDelete(ForeignKey.Action action) {
        onDelete = action;
        return this;
    }

    /**
     * State what happens when the referred key changes.
     *
     * @param action the action
     * @return this
     */
    public ForeignKeySpec onUpdate(ForeignKey.Action action) {
        onUpdate = action;
        return this;
    }

    /**
     * State how a key of several columns is matched when some are NULL.
     *
     * @param kind {@code FULL}, {@code PARTIAL} or {@code SIMPLE}
     * @return this
     * @throws ArgumentException if it is another word
     */
    public ForeignKeySpec match(String kind) {
        String upper = kind.toUpperCase(Locale.ROOT);
        if (!MATCHES.contains(upper)) {
            throw new ArgumentException("Foreign key match [%s] is unknown; use one of %s".formatted(kind, MATCHES));
        }
        match = upper;
        return this;
    }

    /**
     * State whether the check may wait until the end of the transaction.
     *
     * @param value whether it may
     * @return this
     */
    public ForeignKeySpec deferrable(boolean value) {
        common.deferrable(value);
        return this;
    }

    /**
     * State whether the check waits until the end of the transaction without being told to.
     *
     * @param value whether it does
     * @return this
     */
    public ForeignKeySpec initiallyDeferred(boolean value) {
        common.initiallyDeferred(value);
        return this;
    }

    /**
     * Add the key by ALTER TABLE after all tables are created, where the database can; for tables that refer to each other.
     *
     * @return this
     */
    public ForeignKeySpec useAlter() {
        isAddedByAlter = true;
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
    public ForeignKeySpec option(String dialect, String option, Object value) {
        common.option(dialect, option, value);
        return this;
    }
}
