package io.athanor.sql.tree;

/**
 * An expression with a direction, in ORDER BY.
 *
 * @since 0.1.0
 */
public interface Ordering extends Orderable {
    /**
     * Put NULL before all values.
     *
     * @return a new ordering
     */
    Ordering nullsFirst();

    /**
     * Put NULL behind all values.
     *
     * @return a new ordering
     */
    Ordering nullsLast();
}
