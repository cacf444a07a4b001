package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.List;

/**
 * An expression that is true, false or unknown, and can be combined with others.
 *
 * @since 0.1.0
 */
public interface Condition extends Expression<Boolean> {
    /**
     * {@code AND}.
     *
     * @param other the other condition
     * @return both
     */
    default Condition and(Expression<Boolean> other) {
        return Logical.and(List.of(this, other));
    }

    /**
     * {@code OR}.
     *
     * @param other the other condition
     * @return either
     */
    default Condition or(Expression<Boolean> other) {
        return Logical.or(List.of(this, other));
    }

    /**
     * {@code NOT}, by the negated operator where there is one.
     *
     * @return the negation
     */
    default Condition not() {
        return new Not(this);
    }

    @Override
    default SqlType<Boolean> type() {
        return SqlTypes.BOOLEAN;
    }
}
