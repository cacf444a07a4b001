package io.athanor.sql.schema;

import io.athanor.sql.tree.NamedColumn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. Equal only to itself. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public abstract sealed class Constraint
        permits PrimaryKey, UniqueConstraint, CheckConstraint, ExcludeConstraint, ForeignKey {
    private final Table table;
    private final ConstraintSpec spec;

    Constraint(Table table, ConstraintSpec spec) {
        this.table = table;
        this.spec = spec;
    }

    /**
     * Return the table that the constraint belongs to.
     *
     * @return the table, never {@code null}
     */
    public final Table table() {
        return table;
    }

    /**
     * Return the constraint's name.
     *
     * @return what it was given, or what the naming convention of the metadata makes of it; {@code null} if the database
     *     makes a name
     */
    public final @Nullable String name() {
        return table.metadata().convention().nameOf(this);
    }

    /**
     * Return whether the name was made by a convention, and so may be shortened.
     *
     * @return whether it was; false too if there is no name
     */
    public final boolean isNameMade() {
        return !Objects.equals(name(), spec.name);
    }

    final @Nullable String givenName() {
        return spec.name;
    }

    /**
     * Return the columns that the constraint is about.
     *
     * @return the columns in the order of the constraint, none if it is about an expression
     */
    public abstract List<? extends NamedColumn<?>> columns();

    /**
     * Return whether the check may wait until the end of the transaction.
     *
     * @return whether it may, or {@code null} if nothing was stated
     */
    public final @Nullable Boolean deferrable() {
        return spec.isDeferrable;
    }

    /**
     * Return whether the check waits until the end of the transaction without being told to.
     *
     * @return whether it does, or {@code null} if nothing was stated
     */
    public final @Nullable Boolean initiallyDeferred() {
        return spec.isInitiallyDeferred;
    }

    final boolean isNullsNotDistinct() {
        return spec.isNullsNotDistinct;
    }

    /**
     * Return what one dialect alone understands.
     *
     * @param dialect the dialect's name
     * @return the options by name, unmodifiable
     */
    public final Map<String, Object> options(String dialect) {
        return spec.options.of(dialect);
    }

    @Override
    public String toString() {
        String name = name();
        return getClass().getSimpleName() + "(" + table.name() + (name == null ? "" : "." + name) + ")";
    }
}
