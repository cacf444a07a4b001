package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * AND or OR of two conditions or more. Chains of one operator are one node, so that a long chain is not deep; TRUE and
 * FALSE are folded away, as in SQLAlchemy.
 *
 * @param operator {@link Operator#AND} or {@link Operator#OR}
 * @param conditions at least two
 * @since 0.1.0
 */
public record Logical(Operator operator, List<Expression<Boolean>> conditions) implements Condition {
    /**
     * Combine by AND.
     *
     * @param conditions any number
     * @return TRUE for none, the condition itself for one
     */
    public static Condition and(Collection<? extends Expression<Boolean>> conditions) {
        return of(Operator.AND, conditions, BooleanConstant.TRUE);
    }

    /**
     * Combine by OR.
     *
     * @param conditions any number
     * @return FALSE for none, the condition itself for one
     */
    public static Condition or(Collection<? extends Expression<Boolean>> conditions) {
        return of(Operator.OR, conditions, BooleanConstant.FALSE);
    }

    private static Condition of(
            Operator operator, Collection<? extends Expression<Boolean>> conditions, BooleanConstant neutral) {
        List<Expression<Boolean>> parts = new ArrayList<>();
        for (Expression<Boolean> each : conditions) {
            Expression<Boolean> condition = each instanceof Truth truth ? truth.operand() : each;
            if (condition == neutral.not()) {
                return new Truth(neutral.not());
            } else if (condition instanceof Logical logical && logical.operator == operator) {
                parts.addAll(logical.conditions);
            } else if (condition != neutral) {
                parts.add(condition);
            }
        }
        if (parts.isEmpty()) {
            return new Truth(neutral);
        }
        if (parts.size() == 1) {
            return parts.get(0) instanceof Condition only ? only : new Truth(parts.get(0));
        }
        return new Logical(operator, List.copyOf(parts));
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitLogical(this);
    }

    @Override
    public List<Expression<Boolean>> children() {
        return conditions;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Logical(operator, new Nodes(children).next(children.size()));
    }

    @Override
    public Object shape() {
        return operator;
    }
}
