package io.athanor.sql.tree;

/**
 * What ORDER BY may hold: an expression, or an {@link Ordering} of one.
 *
 * @since 0.1.0
 */
public interface Orderable extends SqlNode {}
