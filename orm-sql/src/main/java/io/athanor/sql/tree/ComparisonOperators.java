package io.athanor.sql.tree;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The operators that compare. Every expression has them.
 *
 * @param <T> the Java type of the left side
 * @since 0.1.0
 */
public sealed interface ComparisonOperators<T> permits Expression {
    /**
     * Return this as an expression.
     *
     * @return this
     */
    private Expression<T> self() {
        return (Expression<T>) this;
    }

    /**
     * {@code =}: this equals a value. A null variable gives {@code IS NULL}.
     *
     * @param value the value, or {@code null}
     * @return the condition
     */
    default Condition eq(@Nullable T value) {
        return Operations.equality(Operator.EQ, self(), value);
    }

    /**
     * {@code =}: this equals another expression.
     *
     * @param other the other side
     * @return the condition
     */
    default Condition eq(Expression<? extends T> other) {
        return Operations.compare(Operator.EQ, self(), other);
    }

    /**
     * {@code !=}: this does not equal a value. A null variable gives {@code IS NOT NULL}.
     *
     * @param value the value, or {@code null}
     * @return the condition
     */
    default Condition ne(@Nullable T value) {
        return Operations.equality(Operator.NE, self(), value);
    }

    /**
     * {@code !=}: this does not equal another expression.
     *
     * @param other the other side
     * @return the condition
     */
    default Condition ne(Expression<? extends T> other) {
        return Operations.compare(Operator.NE, self(), other);
    }

    /**
     * {@code <} a value.
     *
     * @param value the value, never {@code null}
     * @return the condition
     */
    default Condition lt(T value) {
        return Operations.compare(Operator.LT, self(), Operations.bind(self(), value));
    }

    /**
     * {@code <} another expression.
     *
     * @param other the other side
     * @return the condition
     */
    default Condition lt(Expression<? extends T> other) {
        return Operations.compare(Operator.LT, self(), other);
    }

    /**
     * {@code <=} a value.
     *
     * @param value the value, never {@code null}
     * @return the condition
     */
    default Condition le(T value) {
        return Operations.compare(Operator.LE, self(), Operations.bind(self(), value));
    }

    /**
     * {@code <=} another expression.
     *
     * @param other the other side
     * @return the condition
     */
    default Condition le(Expression<? extends T> other) {
        return Operations.compare(Operator.LE, self(), other);
    }

    /**
     * {@code >} a value.
     *
     * @param value the value, never {@code null}
     * @return the condition
     */
    default Condition gt(T value) {
        return Operations.compare(Operator.GT, self(), Operations.bind(self(), value));
    }

    /**
     * {@code >} another expression.
     *
     * @param other the other side
     * @return the condition
     */
    default Condition gt(Expression<? extends T> other) {
        return Operations.compare(Operator.GT, self(), other);
    }

    /**
     * {@code >=} a value.
     *
     * @param value the value, never {@code null}
     * @return the condition
     */
    default Condition ge(T value) {
        return Operations.compare(Operator.GE, self(), Operations.bind(self(), value));
    }

    /**
     * {@code >=} another expression.
     *
     * @param other the other side
     * @return the condition
     */
    default Condition ge(Expression<? extends T> other) {
        return Operations.compare(Operator.GE, self(), other);
    }

    /**
     * {@code IN} a list of values. Each is bound; the list may be empty.
     *
     * @param values the values
     * @return the condition
     */
    @SuppressWarnings("unchecked")
    default Condition in(T... values) {
        return in(Arrays.asList(values));
    }

    /**
     * {@code IN} a list of values. Each is bound; the list may be empty. The statement is compiled once for all lengths.
     *
     * @param values the values, copied
     * @return the condition
     */
    default Condition in(Collection<? extends T> values) {
        return Operations.in(Operator.IN, self(), values);
    }

    /**
     * {@code IN} the rows of a subquery.
     *
     * @param select a query of one column
     * @return the condition
     */
    default Condition in(SelectSource<? extends T> select) {
        return new Comparison(Operator.IN, self(), new ScalarSubquery<>(select.toSelect()), null);
    }

    /**
     * {@code NOT IN} a list of values. Each is bound; the list may be empty.
     *
     * @param values the values
     * @return the condition
     */
    @SuppressWarnings("unchecked")
    default Condition notIn(T... values) {
        return notIn(Arrays.asList(values));
    }

    /**
     * {@code NOT IN} a list of values. Each is bound; the list may be empty. The statement is compiled once for all lengths.
     *
     * @param values the values, copied
     * @return the condition
     */
    default Condition notIn(Collection<? extends T> values) {
        return Operations.in(Operator.NOT_IN, self(), values);
    }

    /**
     * {@code NOT IN} the rows of a subquery.
     *
     * @param select a query of one column
     * @return the condition
     */
    default Condition notIn(SelectSource<? extends T> select) {
        return new Comparison(Operator.NOT_IN, self(), new ScalarSubquery<>(select.toSelect()), null);
    }

    /**
     * {@code IN} a list of values that is given by name at execution.
     *
     * @param values the list
     * @return the condition
     */
    default Condition in(BindList<? extends T> values) {
        return new Comparison(Operator.IN, self(), values, null);
    }

    /**
     * {@code NOT IN} a list of values that is given by name at execution.
     *
     * @param values the list
     * @return the condition
     */
    default Condition notIn(BindList<? extends T> values) {
        return new Comparison(Operator.NOT_IN, self(), values, null);
    }

    /**
     * {@code IN} a list of expressions. The list may be empty.
     *
     * @param candidates the expressions, of the type of this one
     * @return the condition
     */
    default Condition inExpressions(Expression<?>... candidates) {
        return Operations.in(Operator.IN, self(), candidates);
    }

    /**
     * {@code NOT IN} a list of expressions. The list may be empty.
     *
     * @param candidates the expressions, of the type of this one
     * @return the condition
     */
    default Condition notInExpressions(Expression<?>... candidates) {
        return Operations.in(Operator.NOT_IN, self(), candidates);
    }

    /**
     * {@code IS DISTINCT FROM}: this differs from a value, where NULL is a value like others.
     *
     * @param value the value, or {@code null} for NULL
     * @return the condition
     */
    default Condition isDistinctFrom(@Nullable T value) {
        Expression<T> other = value == null ? new NullExpression<>(self().type()) : Operations.bind(self(), value);
        return Operations.compare(Operator.IS_DISTINCT_FROM, self(), other);
    }

    /**
     * {@code IS DISTINCT FROM}: this differs from another expression, where NULL is a value like others.
     *
     * @param other the other side
     * @return the condition
     */
    default Condition isDistinctFrom(Expression<? extends T> other) {
        return Operations.compare(Operator.IS_DISTINCT_FROM, self(), other);
    }

    /**
     * {@code IS NOT DISTINCT FROM}: this is the same as a value, where NULL is a value like others.
     *
     * @param value the value, or {@code null} for NULL
     * @return the condition
     */
    default Condition isNotDistinctFrom(@Nullable T value) {
        return isDistinctFrom(value).not();
    }

    /**
     * {@code IS NOT DISTINCT FROM}: this is the same as another expression, where NULL is a value like others.
     *
     * @param other the other side
     * @return the condition
     */
    default Condition isNotDistinctFrom(Expression<? extends T> other) {
        return isDistinctFrom(other).not();
    }

    /**
     * {@code BETWEEN SYMMETRIC}: between two values in either order, both included.
     *
     * @param one a bound
     * @param other the other bound
     * @return the condition
     */
    default Condition betweenSymmetric(T one, T other) {
        return Between.of(self(), Operations.bind(self(), one), Operations.bind(self(), other), true);
    }

    /**
     * {@code BETWEEN SYMMETRIC}: between two expressions in either order, both included.
     *
     * @param one a bound
     * @param other the other bound
     * @return the condition
     */
    default Condition betweenSymmetric(Expression<? extends T> one, Expression<? extends T> other) {
        return Between.of(self(), one, other, true);
    }

    /**
     * {@code BETWEEN} two values, both included.
     *
     * @param low the lower bound
     * @param high the upper bound
     * @return the condition
     */
    default Condition between(T low, T high) {
        return Between.of(self(), Operations.bind(self(), low), Operations.bind(self(), high), false);
    }

    /**
     * {@code BETWEEN} two expressions, both included.
     *
     * @param low the lower bound
     * @param high the upper bound
     * @return the condition
     */
    default Condition between(Expression<? extends T> low, Expression<? extends T> high) {
        return Between.of(self(), Operations.beside(low, self()), Operations.beside(high, self()), false);
    }

    /**
     * {@code IS NULL}.
     *
     * @return the condition
     */
    default Condition isNull() {
        return new Comparison(Operator.IS, self(), new NullExpression<>(self().type()), null);
    }

    /**
     * {@code IS NOT NULL}.
     *
     * @return the condition
     */
    default Condition isNotNull() {
        return new Comparison(Operator.IS_NOT, self(), new NullExpression<>(self().type()), null);
    }

    /**
     * {@code IS TRUE}.
     *
     * @return the condition
     */
    default Condition isTrue() {
        return new Comparison(Operator.IS, self(), BooleanConstant.TRUE, null);
    }

    /**
     * {@code IS FALSE}.
     *
     * @return the condition
     */
    default Condition isFalse() {
        return new Comparison(Operator.IS, self(), BooleanConstant.FALSE, null);
    }
}
