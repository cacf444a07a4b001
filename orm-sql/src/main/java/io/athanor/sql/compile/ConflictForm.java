package io.athanor.sql.compile;

/**
 * How a database says what an INSERT does about a row that has the same key already.
 *
 * @since 0.1.0
 */
public enum ConflictForm {
    /** {@code ON CONFLICT (…) DO UPDATE SET …}. */
    ON_CONFLICT,
    /** {@code ON DUPLICATE KEY UPDATE …}; any key is meant. */
    ON_DUPLICATE_KEY,
    /** {@code MERGE INTO … USING (VALUES …)}. */
    MERGE,
    /** Not at all. */
    NONE
}
