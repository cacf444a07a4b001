package io.athanor.engine.dialect;

/**
 * Something that not every database can do. A dialect declares what its database can, by itself or because the dialect says
 * it in other words; code asks for the capability and never for the dialect. The dialect compliance kit tries out what is
 * declared, and that what is not declared really fails.
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
    /** A row of nothing but defaults, {@code INSERT … DEFAULT VALUES}. */
    EMPTY_INSERTS,
    /** An insert that changes the row it conflicts with, {@code ON CONFLICT … DO UPDATE}. */
    UPSERT,
    /** An upsert changes only those rows that meet a condition. */
    CONDITIONAL_UPSERT,
    /** An update that reads other tables, {@code UPDATE … FROM}. */
    UPDATE_FROM,
    /** A delete that reads other tables, {@code DELETE … USING}. */
    DELETE_USING,
    /** {@code UPDATE … LIMIT} and {@code DELETE … LIMIT}. */
    LIMITED_CHANGES,

    /** {@code WITH … SELECT}. */
    CTES,
    /** {@code WITH RECURSIVE}. */
    RECURSIVE_CTES,
    /** {@code WITH RECURSIVE} by {@code UNION}, which yields each row once. */
    RECURSIVE_DISTINCT_CTES,
    /** {@code WITH} before UPDATE and DELETE. */
    CTES_OF_CHANGES,
    /** INSERT, UPDATE or DELETE within WITH. */
    CHANGES_IN_WITH,
    /** Window functions, {@code OVER (…)}. */
    WINDOWS,
    /** Frames of rows by their distance in value, {@code RANGE BETWEEN 2 PRECEDING AND …}. */
    RANGE_FRAMES,
    /** Frames of groups of equal rows, {@code GROUPS BETWEEN …}. */
    GROUPS_FRAMES,
    /** Frames without some rows, {@code EXCLUDE CURRENT ROW}. */
    FRAME_EXCLUSION,
    /** {@code SELECT DISTINCT ON (…)}. */
    DISTINCT_ON,
    /** {@code FETCH FIRST … WITH TIES}. */
    FETCH_WITH_TIES,
    /** {@code FETCH FIRST … PERCENT}. */
    FETCH_PERCENT,
    /** A limit of no rows, which yields none. */
    ZERO_LIMITS,
    /** A limit or an offset that is computed. */
    COMPUTED_LIMITS,
    /** A derived table that sees those before it, {@code LATERAL}. */
    LATERAL,
    /** {@code INTERSECT} and {@code EXCEPT}. */
    INTERSECT_AND_EXCEPT,
    /** {@code INTERSECT ALL} and {@code EXCEPT ALL}. */
    INTERSECT_ALL,
    /** Members of a set operation with an order and a limit of their own. */
    LIMITED_MEMBERS,
    /** {@code FULL JOIN}. */
    FULL_JOIN,
    /** Rows of values as a table, {@code FROM (VALUES …)}. */
    VALUES_IN_FROM,
    /** {@code (a, b) IN ((1, 2), …)}. */
    TUPLE_IN,
    /** {@code a > ANY (SELECT …)} and {@code a > ALL (SELECT …)}. */
    QUANTIFIED_COMPARISONS,
    /** {@code NULLS FIRST} and {@code NULLS LAST}. */
    NULLS_ORDER,
    /** Aggregates over a part of the rows, {@code FILTER (WHERE …)}. */
    AGGREGATE_FILTER,
    /** Aggregates over rows in an order, {@code string_agg(a, ',' ORDER BY b)}. */
    ORDERED_AGGREGATES,
    /** {@code WITHIN GROUP (ORDER BY …)} behind an aggregate such as a percentile. */
    WITHIN_GROUP,
    /** {@code TABLESAMPLE}. */
    TABLE_SAMPLES,
    /** {@code ORDER BY a COLLATE b}. */
    COLLATIONS,
    /** Regular expressions as conditions. */
    REGULAR_EXPRESSIONS,
    /** Replacement by regular expressions. */
    REGEXP_REPLACE,
    /** {@code SELECT … FOR UPDATE}. */
    ROW_LOCKS,
    /** Locks that are not waited for, {@code NOWAIT}. */
    LOCK_NOWAIT,
    /** Rows locked by others are left out, {@code SKIP LOCKED}. */
    SKIP_LOCKED,

    /** {@code GENERATED … AS IDENTITY}. */
    IDENTITY_COLUMNS,
    /** {@code CREATE SEQUENCE}. */
    SEQUENCES,
    /** Schemas within a database. */
    SCHEMAS,
    /** Columns that are computed when a row is written, {@code GENERATED ALWAYS AS (…) STORED}. */
    STORED_COMPUTED_COLUMNS,
    /** Columns that are computed when a row is read, {@code GENERATED ALWAYS AS (…) VIRTUAL}. */
    VIRTUAL_COMPUTED_COLUMNS,
    /** Defaults that are computed, {@code DEFAULT (1 + 2)}. */
    COMPUTED_DEFAULTS,
    /** Comments on tables and columns. */
    COMMENTS,
    /** {@code ALTER TABLE … ADD CONSTRAINT}. */
    ALTER_CONSTRAINTS,
    /** Constraints that are checked at the commit, {@code DEFERRABLE INITIALLY DEFERRED}. */
    DEFERRED_CONSTRAINTS,
    /** A foreign key follows its referred key, {@code ON UPDATE CASCADE}. */
    UPDATE_CASCADE,
    /** Indexes over a part of the rows, {@code CREATE INDEX … WHERE}. */
    PARTIAL_INDEXES,
    /** Indexes over expressions. */
    FUNCTIONAL_INDEXES,
    /** Temporary tables. */
    TEMPORARY_TABLES,
    /** Temporary views. */
    TEMPORARY_VIEWS,
    /** {@code CREATE OR REPLACE VIEW}. */
    OR_REPLACE_VIEW,
    /** Materialized views. */
    MATERIALIZED_VIEWS,
    /** {@code CREATE TABLE … AS SELECT}. */
    CREATE_TABLE_AS,
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
    /** Timestamps with offsets are compared as moments, whatever their offsets. */
    MOMENT_COMPARISON,
    /** Floating numbers have infinities. */
    INFINITE_FLOATS,
    /** {@code VARCHAR} without a length. */
    UNBOUNDED_STRINGS,
    /** Texts that differ in blanks at their end are not equal. */
    SIGNIFICANT_BLANKS,
    /** Parts of JSON documents are found by key, index and path. */
    JSON_ITEMS,
    /** Columns of arrays, and comparison with any or all of their elements. */
    ARRAYS,

    /** The dialect's {@link SchemaReader} tells all that the inspector asks. */
    REFLECTION,
    /** Temporary tables and their parts are told as those of others are. */
    TEMPORARY_REFLECTION,
    /** Savepoints. */
    SAVEPOINTS,
    /** Transactions that are committed in two phases. */
    TWO_PHASE_COMMIT
}
