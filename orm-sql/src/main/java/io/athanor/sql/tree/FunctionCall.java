package io.athanor.sql.tree;

/**
 * A call of a function.
 *
 * @param <T> the Java type of its result
 * @since 0.1.0
 */
public interface FunctionCall<T> extends Expression<T> {
    /**
     * Aggregate each distinct value once, {@code f(DISTINCT x)}.
     *
     * @return the call over distinct values
     */
    FunctionCall<T> distinct();
}
