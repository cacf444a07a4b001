package io.athanor.sql.schema;

import java.util.List;

/**
 * The primary key of a table. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class PrimaryKey extends Constraint {
    private final List<Column<?>> columns;

    PrimaryKey(Table table, List<Column<?>> columns, ConstraintSpec spec) {
        super(table, spec);
        this.columns = List.copyOf(columns);
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }
}
