package io.athanor.sql.tree;

import java.util.List;

/**
 * The condition of a join that its foreign key makes, and a further one. What builds statements puts it where a join states
 * no condition. Immutable.
 *
 * @param further the further condition
 * @since 0.1.0
 */
public record InferredOn(Expression<Boolean> further) implements Condition {
    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitUnresolved(this, "A condition of a join by its foreign key");
    }

    @Override
    public List<SqlNode> children() {
        return List.of(further);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new InferredOn(nodes.next());
    }

    @Override
    public Condition not() {
        return new Not(this);
    }
}
