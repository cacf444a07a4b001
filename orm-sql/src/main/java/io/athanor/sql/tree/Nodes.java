package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes new children apart in {@link SqlNode#withChildren}, in the order in which {@link SqlNode#children} gave them. */
final class Nodes {
    private final Iterator<? extends SqlNode> nodes;

    Nodes(List<? extends SqlNode> nodes) {
        this.nodes = nodes.iterator();
    }

    /** The kind is the caller's to know: a child is replaced only by one of its own kind. */
    @SuppressWarnings("unchecked")
    <N extends SqlNode> N next() {
        return (N) nodes.next();
    }

    @SuppressWarnings("unchecked")
    <N extends SqlNode> List<N> next(int count) {
        List<N> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add((N) nodes.next());
        }
        return List.copyOf(taken);
    }
}
