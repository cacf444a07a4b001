package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT does about a row that has the same key already.
 *
 * @param target the columns of the key; none for any key
 * @param constraint the name of the constraint, or {@code null} if the columns say it
 * @param indexPredicates the condition of a partial index, or nothing
 * @param changes what the row that is there gets; nothing to leave it as it is
 * @param conditions the condition for changing it, or nothing
 * @since 0.1.0
 */
public record ConflictClause(
        List<NamedColumn<?>> target,
        @Nullable String constraint,
        List<Expression<Boolean>> indexPredicates,
        List<Assignment> changes,
        List<Expression<Boolean>> conditions)
        implements SqlNode {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitConflict(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>(target);
        children.addAll(indexPredicates);
        children.addAll(changes);
        children.addAll(conditions);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new ConflictClause(
                nodes.next(target.size()),
                constraint,
                nodes.next(indexPredicates.size()),
                nodes.next(changes.size()),
                nodes.next(conditions.size()));
    }

    @Override
    public Object shape() {
        return Arrays.asList(constraint, target.size(), indexPredicates.size(), changes.size());
    }
}
