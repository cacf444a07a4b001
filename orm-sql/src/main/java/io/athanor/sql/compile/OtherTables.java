package io.athanor.sql.compile;

/**
 * How an UPDATE or DELETE names tables beside the one that it changes.
 *
 * @since 0.1.0
 */
public enum OtherTables {
    /** {@code UPDATE … FROM}, {@code DELETE … USING}. */
    CLAUSE,
    /** {@code UPDATE a, b SET a.x=…}, which may change several; {@code DELETE FROM a USING a, b}. */
    LIST,
    /** {@code MERGE INTO … USING}, with one other table. */
    MERGE,
    /** In subqueries: {@code EXISTS (SELECT 1 FROM … WHERE …)}, and one for each value that is taken from there. */
    SUBQUERY,
    /** Not at all. */
    NONE
}
