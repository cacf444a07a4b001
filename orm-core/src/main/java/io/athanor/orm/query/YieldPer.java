package io.athanor.orm.query;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.StatementOption;

/**
 * Has a session read the rows of a statement in portions, as they are asked for; SQLAlchemy's {@code yield_per}. Made by
 * {@link io.athanor.orm.Orm#yieldPer}. Immutable.
 *
 * @param rows how many rows a portion has
 * @since 0.1.0
 */
public record YieldPer(int rows) implements StatementOption {
    /**
     * Create an option.
     *
     * @throws ArgumentException if a portion has less than one row
     */
    public YieldPer {
        if (rows < 1) {
            throw new ArgumentException("yieldPer was given [%d] rows; give at least 1".formatted(rows));
        }
    }
}
