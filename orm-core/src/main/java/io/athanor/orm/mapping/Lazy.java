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
    /** At once, by a SELECT for each parent. */
    IMMEDIATE,
    /** Never: using it before it was loaded by an option is an error. */
    RAISE,
    /** From the session, where it is there: using it is an error if that would take a SELECT. */
    RAISE_ON_SQL,
    /** Never: it seems empty. */
    NOLOAD,
    /** Never as a whole: what a field of type {@code WriteOnlyCollection} or {@code DynamicCollection} means in any case. */
    WRITE_ONLY
}
