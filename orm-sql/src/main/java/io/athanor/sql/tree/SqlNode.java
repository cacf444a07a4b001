package io.athanor.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a statement's tree. Immutable and thread-safe. Compilation goes through {@link #accept}; every other pass uses
 * {@link #children}, {@link #withChildren} and {@link #shape}, so that a node of one's own takes part in all of them.
 *
 * @since 0.1.0
 */
public interface SqlNode {
    /**
     * Call the method of the visitor that is meant for this kind of node.
     *
     * @param visitor what visits
     */
    void accept(SqlVisitor visitor);

    /**
     * Return the nodes directly below this one, in the order of their SQL text where there is one.
     *
     * @return an unmodifiable list, never {@code null}
     */
    default List<? extends SqlNode> children() {
        return List.of();
    }

    /**
     * Return this node with other children.
     *
     * @param children as many as {@link #children} has, each of the kind that it replaces
     * @return a new node, or this one if it has no children
     */
    default SqlNode withChildren(List<? extends SqlNode> children) {
        return this;
    }

    /**
     * Return what tells this node from others of its class besides its children, values left out: an operator, a name, a
     * type. Two statements with equal shapes throughout are compiled once.
     *
     * @return a value with {@code equals} and {@code hashCode}, or {@link Shape#UNCACHED}
     */
    default Object shape() {
        return Shape.PLAIN;
    }

    /**
     * Return what makes two uses of this node one: a bind, an alias, a common table expression is the same one wherever it is
     * used, even if a copy of it with other children stands there.
     *
     * @return an object compared by identity, or {@code null} if the node is only what {@link #shape} and its children say
     */
    default @Nullable Object nodeIdentity() {
        return null;
    }
}
