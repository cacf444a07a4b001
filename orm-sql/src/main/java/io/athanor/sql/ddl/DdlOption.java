package io.athanor.sql.ddl;

/**
 * How a statement that creates or drops something deals with what is there.
 *
 * @since 0.1.0
 */
public enum DdlOption {
    /** Create nothing where something of the name exists. */
    IF_NOT_EXISTS,
    /** Drop nothing where nothing of the name exists. */
    IF_EXISTS,
    /** Drop what depends on it too. */
    CASCADE,
    /** Replace a view of the name. */
    OR_REPLACE,
    /** For the time of the connection only. */
    TEMPORARY,
    /** A view that keeps what it shows. */
    MATERIALIZED
}
