package io.athanor.orm.mapping;

/**
 * When a flush fetches what the database fills in: server defaults, computed columns, what a trigger sets. What is not fetched
 * is loaded when it is read. SQLAlchemy's {@code eager_defaults}.
 *
 * @since 0.1.0
 */
public enum EagerDefaults {
    /** With an INSERT, where the database returns it without a further statement. */
    AUTO,
    /** With every INSERT and UPDATE; by a SELECT behind it where the database returns nothing. */
    ALWAYS,
    /** Never: it is loaded when it is read. */
    NEVER
}
