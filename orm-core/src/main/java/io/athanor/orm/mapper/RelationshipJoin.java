package io.athanor.orm.mapper;

import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.JoinTarget;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relationship to be joined under an alias, or on a further condition. */
record RelationshipJoin(
        RelationshipSymbol<?, ?> relationship,
        @Nullable EntityRef<?> alias,
        @Nullable Expression<Boolean> further) implements JoinTarget {
    /** Join on a further condition. */
    public JoinTarget on(Expression<Boolean> condition) {
        return new RelationshipJoin(relationship, alias, condition);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitUnresolved(this, "Relationship [" + relationship + "]");
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(relationship);
        if (alias != null) {
            children.add(alias);
        }
        if (further != null) {
            children.add(further);
        }
        return children;
    }

    @Override
    @SuppressWarnings("unchecked") // each child is replaced by one of its own kind
    public SqlNode withChildren(List<? extends SqlNode> children) {
        int last = children.size() - 1;
        return new RelationshipJoin(
                (RelationshipSymbol<?, ?>) children.get(0),
                alias == null ? null : (EntityRef<?>) children.get(1),
                further == null ? null : (Expression<Boolean>) children.get(last));
    }

    @Override
    public Object shape() {
        return List.of(alias != null, further != null);
    }
}
