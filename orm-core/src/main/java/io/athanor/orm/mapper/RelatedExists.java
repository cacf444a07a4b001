package io.athanor.orm.mapper;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import java.util.ArrayList;
import java.util.List;

/** Whether there is a related object for which conditions hold. */
record RelatedExists(RelationshipSymbol<?, ?> relationship, List<Expression<Boolean>> conditions, boolean isNegated)
        implements Condition {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitUnresolved(this, "Relationship [" + relationship + "]");
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(relationship);
        children.addAll(conditions);
        return children;
    }

    @Override
    @SuppressWarnings("unchecked") // each child is replaced by one of its own kind
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new RelatedExists(
                (RelationshipSymbol<?, ?>) children.get(0),
                (List<Expression<Boolean>>) List.copyOf(children.subList(1, children.size())),
                isNegated);
    }

    @Override
    public Object shape() {
        return isNegated;
    }

    @Override
    public Condition not() {
        return new RelatedExists(relationship, conditions, !isNegated);
    }
}
