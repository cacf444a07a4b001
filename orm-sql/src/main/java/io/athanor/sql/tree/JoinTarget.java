package io.athanor.sql.tree;

/**
 * What can stand right of JOIN and may know its own ON: a FROM element, a relationship.
 *
 * @since 0.1.0
 */
public interface JoinTarget extends SqlNode {}
