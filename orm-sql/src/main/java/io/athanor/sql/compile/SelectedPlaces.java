package io.athanor.sql.compile;

import io.athanor.sql.compile.ColumnLabels.Planned;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.LabeledExpression;
import io.athanor.sql.tree.Shape;
import io.athanor.sql.tree.SqlNode;
import java.util.List;

/** Finds an expression again in a select list, by the values that it binds: those of the other must be the very same. */
final class SelectedPlaces {
    private SelectedPlaces() {}

    /** The index of an expression with bound values in the select list; -1 if it has none or is not selected. */
    static int of(SqlNode node, List<Planned> plan) {
        SqlNode sought = inner(node);
        if (holdsBinds(sought)) {
            for (int i = 0; i < plan.size(); i++) {
                if (isSame(sought, inner(plan.get(i).expression()))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static SqlNode inner(SqlNode node) {
        return node instanceof LabeledExpression<?> label ? label.expression() : node;
    }

    private static boolean holdsBinds(SqlNode node) {
        return node instanceof Bind<?> || node.children().stream().anyMatch(SelectedPlaces::holdsBinds);
    }

    /** Two trees of one structure and the same binds; values are not compared, since what is compiled is used for others too. */
    private static boolean isSame(SqlNode one, SqlNode other) {
        if (one == other) {
            return true;
        }
        Object identity = one.nodeIdentity();
        if (identity != null || other.nodeIdentity() != null) {
            return identity == other.nodeIdentity();
        }
        List<? extends SqlNode> children = one.children();
        List<? extends SqlNode> others = other.children();
        boolean isSame = one.getClass() == other.getClass()
                && children.size() == others.size()
                && one.shape() != Shape.UNCACHED
                && one.shape().equals(other.shape());
        for (int i = 0; isSame && i < children.size(); i++) {
            isSame = isSame(children.get(i), others.get(i));
        }
        return isSame;
    }
}
