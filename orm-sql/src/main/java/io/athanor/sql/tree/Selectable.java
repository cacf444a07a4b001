package io.athanor.sql.tree;

/**
 * What a select list may hold: yields one {@code T} per row. An expression, an entity, a projection.
 *
 * @param <T> the Java type of what it yields
 * @since 0.1.0
 */
public interface Selectable<T> extends SqlNode {}
