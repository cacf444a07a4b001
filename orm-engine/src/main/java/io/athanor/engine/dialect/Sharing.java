package io.athanor.engine.dialect;

/**
 * How many connections may be open to a database at once, which decides the pool.
 *
 * @since 0.1.0
 */
public enum Sharing {
    /** Any number; connections come and go. */
    POOLED,
    /** Any number, but the database ceases to exist with its last connection: one is kept open. */
    KEPT_ALIVE,
    /** One: each connection would be a database of its own. */
    SINGLE
}
