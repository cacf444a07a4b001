package io.athanor.sql.tree;

/**
 * A {@code CASE} to which more branches can be added. Without {@code otherwise} it is NULL where no branch is taken.
 *
 * @param <T> the Java type of its value
 * @since 0.1.0
 */
public interface Case<T> extends Expression<T> {
    /**
     * Add a branch.
     *
     * @param condition when it is taken
     * @param value its value, bound
     * @return a new {@code CASE}
     */
    Case<T> when(Expression<Boolean> condition, T value);

    /**
     * Add a branch.
     *
     * @param condition when it is taken
     * @param value its value
     * @return a new {@code CASE}
     */
    Case<T> when(Expression<Boolean> condition, Expression<? extends T> value);

    /**
     * Add the branch that is taken when no other is.
     *
     * @param value its value, bound
     * @return the complete {@code CASE}
     */
    Expression<T> otherwise(T value);

    /**
     * Add the branch that is taken when no other is.
     *
     * @param value its value
     * @return the complete {@code CASE}
     */
    Expression<T> otherwise(Expression<? extends T> value);
}
