package io.athanor.sql.ddl;

/**
 * What ALTER TABLE may change about a column.
 *
 * @since 0.1.0
 */
public enum ColumnAspect {
    /** The type. */
    TYPE,
    /** Whether it may hold NULL. */
    NULLABILITY,
    /** The default of the database. */
    DEFAULT,
    /** How the database numbers the rows by it. */
    NUMBERING,
    /** The comment. */
    COMMENT
}
