package io.athanor.sql.tree;

/**
 * A whole statement.
 *
 * @since 0.1.0
 */
public interface Statement extends SqlNode {}
