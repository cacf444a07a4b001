package io.athanor.orm.mapper;

import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Not;
import io.athanor.sql.tree.Shape;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.SqlVisitor;
import java.util.List;

/**
 * A relationship compared with an object. Which values of the object are bound, the registry knows, so that such a condition is
 * replaced by a comparison of columns before the structure of its statement is taken.
 *
 * @param relationship the relationship
 * @param object the object: a related one, or the one that has the relationship
 * @param kind what is asked
 * @since 0.1.0
 */
record RelatedTo(RelationshipSymbol<?, ?> relationship, Object object, Kind kind) implements Condition {
    /**
     * What is asked of a relationship and an object.
     */
    enum Kind {
        /** The object is the related one. */
        EQUAL,
        /** The object is not the related one. */
        NOT_EQUAL,
        /** The object is among the related ones. */
        CONTAINS,
        /** The object is not among the related ones. */
        LACKS,
        /** The object has what is asked for among its related ones. */
        PARENT
    }

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
        return new RelatedTo((RelationshipSymbol<?, ?>) children.get(0), object, kind);
    }

    /** The columns of a key and their values are not known yet. */
    @Override
    public Object shape() {
        return Shape.UNCACHED;
    }

    @Override
    public Condition not() {
        return switch (kind) {
            case EQUAL -> new RelatedTo(relationship, object, Kind.NOT_EQUAL);
            case NOT_EQUAL -> new RelatedTo(relationship, object, Kind.EQUAL);
            case CONTAINS -> new RelatedTo(relationship, object, Kind.LACKS);
            case LACKS -> new RelatedTo(relationship, object, Kind.CONTAINS);
            case PARENT -> new Not(this);
        };
    }
}
