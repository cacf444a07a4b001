package io.athanor.sql.tree;

/**
 * An element of FROM: a table, an alias, a subquery, a join, an entity.
 *
 * @since 0.1.0
 */
public interface FromClause extends JoinTarget {
    /**
     * Inner join, ON by the foreign key between the two sides.
     *
     * @param right what is joined
     * @return the join
     */
    default FromClause join(JoinTarget right) {
        return new Join(this, right, null, JoinKind.INNER);
    }

    /**
     * Inner join.
     *
     * @param right what is joined
     * @param on the condition
     * @return the join
     */
    default FromClause join(JoinTarget right, Expression<Boolean> on) {
        return new Join(this, right, on, JoinKind.INNER);
    }

    /**
     * Left outer join, ON by the foreign key between the two sides.
     *
     * @param right what is joined
     * @return the join
     */
    default FromClause leftJoin(JoinTarget right) {
        return new Join(this, right, null, JoinKind.LEFT);
    }

    /**
     * Left outer join.
     *
     * @param right what is joined
     * @param on the condition
     * @return the join
     */
    default FromClause leftJoin(JoinTarget right, Expression<Boolean> on) {
        return new Join(this, right, on, JoinKind.LEFT);
    }

    /**
     * Full outer join, ON by the foreign key between the two sides.
     *
     * @param right what is joined
     * @return the join
     */
    default FromClause fullJoin(JoinTarget right) {
        return new Join(this, right, null, JoinKind.FULL);
    }

    /**
     * Full outer join.
     *
     * @param right what is joined
     * @param on the condition
     * @return the join
     */
    default FromClause fullJoin(JoinTarget right, Expression<Boolean> on) {
        return new Join(this, right, on, JoinKind.FULL);
    }
}
