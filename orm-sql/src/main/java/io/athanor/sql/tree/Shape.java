package io.athanor.sql.tree;

/**
 * Marks for {@link SqlNode#shape}.
 *
 * @since 0.1.0
 */
public enum Shape {
    /** The node's class and its children say all. */
    PLAIN,
    /** The node cannot be compared: a statement that holds it is compiled each time. */
    UNCACHED
}
