package io.athanor.sql.tree;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements of FROM that expressions need: those that their columns belong to, subqueries left out.
 *
 * @since 0.1.0
 */
public final class FromElements {
    private FromElements() {}

    /**
     * Find what the columns of some nodes belong to.
     *
     * @param nodes expressions
     * @return the elements in the order of their first use
     */
    public static Set<FromClause> of(List<? extends SqlNode> nodes) {
        Set<FromClause> found = new LinkedHashSet<>();
        nodes.forEach(node -> collect(node, found));
        return found;
    }

    private static void collect(SqlNode node, Set<FromClause> found) {
        if (node instanceof NamedColumn<?> column) {
            found.add(column.table());
        } else if (!(node instanceof SelectStatement<?>)) {
            node.children().forEach(child -> collect(child, found));
        }
    }
}
