package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import java.util.List;

/**
 * COLLATE.
 *
 * @param operand what is compared
 * @param name the name of the collation
 * @param <T> the Java type
 * @since 0.1.0
 */
public record Collation<T>(Expression<T> operand, String name) implements Expression<T> {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitCollation(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(operand);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new Collation<T>(nodes.next(), name);
    }

    @Override
    public Object shape() {
        return name;
    }

    @Override
    public SqlType<T> type() {
        return Operations.inherited(this);
    }

    @Override
    public Operator operator() {
        return Operator.COLLATE;
    }
}
