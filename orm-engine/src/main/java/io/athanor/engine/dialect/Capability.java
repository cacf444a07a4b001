package io.athanor.engine.dialect;

/**
 * Something that not every database can do. A dialect declares what its database can; code asks for the capability and
 * never for the dialect.
 *
 * @since 0.1.0
 */
public enum Capability {
    /** {@code INSERT … RETURNING}. */
    INSERT_RETURNING,
    /** {@code UPDATE … RETURNING}. */
    UPDATE_RETURNING,
    /** {@code DELETE … RETURNING}. */
    DELETE_RETURNING,
    /** {@code INSERT … VALUES (…), (…)}. */
    MULTI_ROW_INSERT,
    /** {@code INSERT … VALUES (…), (…) RETURNING}, so that many rows' keys come in one round trip. */
    MULTI_ROW_INSERT_RETURNING,
    /** The rows that an INSERT yields come in the order in which they were given. */
    RETURNING_IN_ORDER,
    /** A JDBC batch yields the generated keys of all its rows. */
    BATCH_GENERATED_KEYS,
    /** {@code GENERATED … AS IDENTITY}. */
    IDENTITY_COLUMNS,
    /** {@code CREATE SEQUENCE}. */
    SEQUENCES,
    /** Savepoints. */
    SAVEPOINTS,
    /** Transactions that are committed in two phases. */
    TWO_PHASE_COMMIT,
    /** CREATE and DROP take part in a transaction and are undone by its rollback. */
    TRANSACTIONAL_DDL,
    /** A boolean type with the words TRUE and FALSE. */
    NATIVE_BOOLEAN,
    /** A type for universally unique identifiers. */
    NATIVE_UUID,
    /** Enums are types of the database's own: another name is a value that does not fit, and violates no constraint. */
    NATIVE_ENUMS,
    /** Decimals of any precision are stored exactly. */
    EXACT_DECIMALS,
    /** Times keep nanoseconds. */
    NANOSECONDS,
    /** A timestamp type that keeps its offset. */
    OFFSET_TIMESTAMPS,
    /** {@code SELECT … FOR UPDATE}. */
    ROW_LOCKS,
    /** Schemas within a database. */
    SCHEMAS,
    /** {@code ALTER TABLE … ADD CONSTRAINT}. */
    ALTER_CONSTRAINTS,
    /** Indexes over a part of the rows, {@code CREATE INDEX … WHERE}. */
    PARTIAL_INDEXES,
    /** Indexes over expressions. */
    FUNCTIONAL_INDEXES,
    /** {@code FULL OUTER JOIN}. */
    FULL_JOIN,
    /** {@code LATERAL}: a subquery in FROM that sees what stands before it. */
    LATERAL,
    /** {@code FETCH FIRST … ROWS WITH TIES}. */
    FETCH_WITH_TIES,
    /** {@code FETCH FIRST … PERCENT}. */
    FETCH_PERCENT,
    /** {@code SELECT DISTINCT ON (…)}. */
    DISTINCT_ON,
    /** {@code INTERSECT ALL} and {@code EXCEPT ALL}. */
    INTERSECT_ALL,
    /** {@code VALUES (…), (…)} in FROM with a name and names of columns. */
    VALUES_IN_FROM,
    /** {@code TABLESAMPLE}. */
    TABLE_SAMPLES,
    /** An upsert changes only those rows that meet a condition. */
    CONDITIONAL_UPSERT,
    /** INSERT, UPDATE or DELETE within WITH. */
    CHANGES_IN_WITH,
    /** Comparison with a regular expression. */
    REGULAR_EXPRESSIONS,
    /** Arrays, and comparison with any or all of their elements. */
    ARRAYS,
    /** {@code FILTER (WHERE …)} behind an aggregate. */
    AGGREGATE_FILTER,
    /** {@code WITHIN GROUP (ORDER BY …)} behind an aggregate. */
    WITHIN_GROUP
}
