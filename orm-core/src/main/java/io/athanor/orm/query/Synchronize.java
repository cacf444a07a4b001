package io.athanor.orm.query;

import io.athanor.sql.tree.StatementOption;

/**
 * How a session learns which of its instances an UPDATE or DELETE by a condition has met; SQLAlchemy's
 * {@code synchronize_session}. Instances that were met hold the new values, or load them when they are next read; those whose
 * rows were deleted are deleted.
 *
 * @since 0.1.0
 */
public enum Synchronize implements StatementOption {
    /** {@link #EVALUATE} if the condition can be, else {@link #FETCH}; what is done if nothing is said. */
    AUTO,
    /**
     * Evaluate the condition in memory. Where a database might see it otherwise, as in comparisons of text, the instance is
     * taken for one that may have been met, and is loaded again when it is next read. A condition with functions or subqueries
     * is refused.
     */
    EVALUATE,
    /** Have the keys of the rows returned by the change, or select them first where the database does not return them. */
    FETCH,
    /** Let the instances be; they may then hold what the database has no more. */
    NONE
}
