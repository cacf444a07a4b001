package io.athanor.orm.load;

import io.athanor.sql.tree.SqlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts other nodes in the place of some. */
final class Replacing {
    private Replacing() {}

    /** Replace what the function has something for; below it nothing is looked at. */
    static SqlNode in(SqlNode node, Function<SqlNode, @Nullable SqlNode> replacement) {
        SqlNode other = replacement.apply(node);
        if (other != null) {
            return other;
        }
        List<SqlNode> children = new ArrayList<>();
        boolean isChanged = false;
        for (SqlNode child : node.children()) {
            SqlNode replaced = in(child, replacement);
            isChanged |= replaced != child;
            children.add(replaced);
        }
        return isChanged ? node.withChildren(children) : node;
    }
}
