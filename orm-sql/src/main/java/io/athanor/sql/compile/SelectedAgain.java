package io.athanor.sql.compile;

/**
 * How GROUP BY and the ORDER BY of groups name an expression with bound values that is selected too. To some databases two places
 * for one value are two values, so that they take the second expression for another one.
 *
 * @since 0.1.0
 */
public enum SelectedAgain {
    /** By itself: the database compares the values, or does not ask. */
    EXPRESSION,
    /** By its position in the select list. */
    POSITION,
    /** By its label in the select list, which counts before a column of that name. */
    LABEL
}
