package io.athanor.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two FROM elements joined.
 *
 * @param left the left side
 * @param right the right side
 * @param on the condition, or {@code null} to take it from the foreign key between the sides
 * @param kind which join
 * @since 0.1.0
 */
public record Join(
        FromClause left, JoinTarget right, @Nullable Expression<Boolean> on, JoinKind kind) implements FromClause {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitJoin(this);
    }

    @Override
    public List<SqlNode> children() {
        return on == null ? List.of(left, right) : List.of(left, right, on);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Join(nodes.next(), nodes.next(), on == null ? null : nodes.next(), kind);
    }

    @Override
    public Object shape() {
        return kind;
    }
}
