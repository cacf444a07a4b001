package io.athanor.orm.mapping;

/**
 * When and how a relationship is loaded, unless an option of a query says otherwise; SQLAlchemy's {@code lazy}.
 *
 * @since 0.1.0
 */
public enum Lazy {
    /** By a SELECT of its own when it is first used. */
    SELECT,
    /** With the parent, by a JOIN. */
    JOINED,
    /** After the parents, by one SELECT with IN for many of them. */
    SELECTIN,
    /** After the parents, by one SELECT that holds theirs as a subquery. */
    SUBQUERY,
    /** Never: using it before it was loaded by an option is an error. */
    RAISE,
    /** Never: it seems empty. */
    NOLOAD,
    /** Never as a whole: members are added and removed, and read by queries. */
    WRITE_ONLY
}
