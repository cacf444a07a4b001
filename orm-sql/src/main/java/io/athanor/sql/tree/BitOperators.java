package io.athanor.sql.tree;

/**
 * The operators on the bits of integers. Every expression has them; on one that is not a number they are refused when called.
 *
 * @param <T> the Java type of the left side
 * @since 0.1.0
 */
public sealed interface BitOperators<T> permits Expression {
    /**
     * Return this as an expression.
     *
     * @return this
     */
    private Expression<T> bits() {
        return (Expression<T>) this;
    }

    /**
     * {@code &} a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> bitAnd(Number value) {
        return Operations.arithmetic(Operator.BIT_AND, bits(), value);
    }

    /**
     * {@code &} another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> bitAnd(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.BIT_AND, bits(), other);
    }

    /**
     * {@code |} a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> bitOr(Number value) {
        return Operations.arithmetic(Operator.BIT_OR, bits(), value);
    }

    /**
     * {@code |} another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> bitOr(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.BIT_OR, bits(), other);
    }

    /**
     * Exclusive or with a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> bitXor(Number value) {
        return Operations.arithmetic(Operator.BIT_XOR, bits(), value);
    }

    /**
     * Exclusive or with another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> bitXor(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.BIT_XOR, bits(), other);
    }

    /**
     * {@code <<} a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> shiftLeft(Number value) {
        return Operations.arithmetic(Operator.SHIFT_LEFT, bits(), value);
    }

    /**
     * {@code <<} another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> shiftLeft(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.SHIFT_LEFT, bits(), other);
    }

    /**
     * {@code >>} a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> shiftRight(Number value) {
        return Operations.arithmetic(Operator.SHIFT_RIGHT, bits(), value);
    }

    /**
     * {@code >>} another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> shiftRight(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.SHIFT_RIGHT, bits(), other);
    }

    /**
     * {@code ~}: turn all bits over.
     *
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number
     */
    default Expression<T> bitNot() {
        Expression<T> operand = Operations.requireNumber(Operator.BIT_NOT, bits());
        return new UnaryOperation<>(Operator.BIT_NOT, operand, operand.type());
    }
}
