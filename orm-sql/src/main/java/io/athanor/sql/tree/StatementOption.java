package io.athanor.sql.tree;

/**
 * Tells whoever executes a statement how, without a word of SQL: which related entities to load, how to bring a session up to
 * date. Implemented by the floors above, which ignore what is not theirs. An option has {@code equals} and {@code hashCode}
 * and is immutable, since statements with unequal options are planned apart.
 *
 * @since 0.1.0
 */
public interface StatementOption {}
