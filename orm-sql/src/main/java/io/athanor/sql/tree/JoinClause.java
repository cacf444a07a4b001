package io.athanor.sql.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A join added to a SELECT, whose left side is found when the statement is compiled.
 *
 * @param target what is joined
 * @param on the condition, or {@code null} to take it from the target or from a foreign key
 * @param kind which join
 * @since 0.1.0
 */
public record JoinClause(JoinTarget target, @Nullable Expression<Boolean> on, JoinKind kind) implements SqlNode {
    @Override
    public void accept(SqlVisitor visitor) {
        target.accept(visitor);
    }

    @Override
    public List<SqlNode> children() {
        return on == null ? List.of(target) : List.of(target, on);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new JoinClause(nodes.next(), on == null ? null : nodes.next(), kind);
    }

    @Override
    public Object shape() {
        return kind;
    }
}
