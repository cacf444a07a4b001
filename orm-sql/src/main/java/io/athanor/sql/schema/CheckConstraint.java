package io.athanor.sql.schema;

import io.athanor.sql.tree.Expression;
import java.util.List;

/**
 * Refuses rows for which a condition is false. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class CheckConstraint extends Constraint {
    private final Expression<Boolean> condition;

    CheckConstraint(Table table, Expression<Boolean> condition, ConstraintSpec spec) {
        super(table, spec);
        this.condition = condition;
    }

    /**
     * Return what must not be false.
     *
     * @return the condition over columns of the table
     */
    public Expression<Boolean> condition() {
        return condition;
    }

    @Override
    public List<Column<?>> columns() {
        return List.of();
    }
}
