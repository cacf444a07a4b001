package io.athanor.engine.dialect;

/**
 * How far concurrent transactions are kept apart, as the SQL standard names it, and what databases add to it; SQLAlchemy's
 * {@code isolation_level}. Which levels a database has is told by {@link TransactionControl#isolationLevels}.
 *
 * @since 0.1.0
 */
public enum IsolationLevel {
    /** No transaction: each statement is committed as it is carried out, and a rollback undoes nothing. */
    AUTOCOMMIT,
    /** Changes of others are seen before they are committed. */
    READ_UNCOMMITTED,
    /** Each statement sees what was committed when it began. */
    READ_COMMITTED,
    /** What was read once is read again unchanged. */
    REPEATABLE_READ,
    /** The transaction sees what was committed when it began; conflicting writers fail. */
    SNAPSHOT,
    /** As if transactions ran one after the other. */
    SERIALIZABLE;

    /** Return the standard's words, such as {@code READ COMMITTED}. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
