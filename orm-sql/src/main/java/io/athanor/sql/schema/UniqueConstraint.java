package io.athanor.sql.schema;

import java.util.List;

/**
 * Refuses rows that are equal in some columns. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class UniqueConstraint extends Constraint {
    private final List<Column<?>> columns;

    UniqueConstraint(Table table, List<Column<?>> columns, ConstraintSpec spec) {
        super(table, spec);
        this.columns = List.copyOf(columns);
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    /**
     * Return whether NULL counts as equal to NULL.
     *
     * @return whether it does
     */
    public boolean nullsNotDistinct() {
        return isNullsNotDistinct();
    }
}
