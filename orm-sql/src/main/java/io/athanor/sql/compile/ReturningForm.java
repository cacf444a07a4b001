package io.athanor.sql.compile;

/**
 * How a database yields the rows that a statement changes.
 *
 * @since 0.1.0
 */
public enum ReturningForm {
    /** {@code INSERT … RETURNING}. */
    CLAUSE,
    /** {@code SELECT … FROM FINAL TABLE (INSERT …)}. */
    DELTA_TABLE,
    /** Not at all. */
    NONE
}
