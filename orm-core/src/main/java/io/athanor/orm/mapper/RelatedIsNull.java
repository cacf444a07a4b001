package io.athanor.orm.mapper;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import java.util.List;

/** Whether a relationship to one object has one. */
record RelatedIsNull(RelationshipSymbol<?, ?> relationship, boolean isNegated) implements Condition {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitUnresolved(this, "Relationship [" + relationship + "]");
    }

    @Override
    public List<SqlNode> children() {
        return List.of(relationship);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new RelatedIsNull((RelationshipSymbol<?, ?>) children.get(0), isNegated);
    }

    @Override
    public Object shape() {
        return isNegated;
    }

    @Override
    public Condition not() {
        return new RelatedIsNull(relationship, !isNegated);
    }
}
