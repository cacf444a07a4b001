package io.athanor.sql.tree;

import java.time.Duration;

/**
 * The operators of arithmetic. Every expression has them; on one that is not a number they are refused when called.
 *
 * @param <T> the Java type of the left side
 * @since 0.1.0
 */
public sealed interface ArithmeticOperators<T> permits Expression {
    /**
     * Return this as an expression.
     *
     * @return this
     */
    private Expression<T> number() {
        return (Expression<T>) this;
    }

    /**
     * {@code +} a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> plus(Number value) {
        return Operations.arithmetic(Operator.PLUS, number(), value);
    }

    /**
     * {@code +} another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> plus(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.PLUS, number(), other);
    }

    /**
     * {@code -} a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> minus(Number value) {
        return Operations.arithmetic(Operator.MINUS, number(), value);
    }

    /**
     * {@code -} another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> minus(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.MINUS, number(), other);
    }

    /**
     * {@code *} a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> times(Number value) {
        return Operations.arithmetic(Operator.TIMES, number(), value);
    }

    /**
     * {@code *} another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> times(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.TIMES, number(), other);
    }

    /**
     * {@code /} a number: the true quotient, also of integers, which the database compares and computes on with its
     * fraction. Read as the type of this expression a quotient of integers loses its fraction, as in Java, on every
     * database; put {@code typeCoerce} behind it to keep it.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> divide(Number value) {
        return Operations.arithmetic(Operator.DIVIDE, number(), value);
    }

    /**
     * {@code /} another number: the true quotient, also of integers, which the database compares and computes on with its
     * fraction. Read as the type of this expression a quotient of integers loses its fraction, as in Java, on every
     * database; put {@code typeCoerce} behind it to keep it.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> divide(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.DIVIDE, number(), other);
    }

    /**
     * {@code %} a number. The result has the type of this expression.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> modulo(Number value) {
        return Operations.arithmetic(Operator.MODULO, number(), value);
    }

    /**
     * {@code %} another number. The result has the type of this expression.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> modulo(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.MODULO, number(), other);
    }

    /**
     * Divide without remainder, by a number. The result has the type of this expression. A quotient of integers is left to the
     * database, which drops the fraction; where it would divide truly, and for other numbers, the quotient is rounded down.
     * The two differ for negative quotients only: the function {@code floor} of {@code divide} is rounded down
     * everywhere.
     *
     * @param value the number, bound
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the value does not fit its type
     */
    default Expression<T> floorDivide(Number value) {
        return Operations.arithmetic(Operator.FLOOR_DIVIDE, number(), value);
    }

    /**
     * Divide without remainder, by another number. The result has the type of this expression. A quotient of integers is left to the
     * database, which drops the fraction; where it would divide truly, and for other numbers, the quotient is rounded down.
     * The two differ for negative quotients only: the function {@code floor} of {@code divide} is rounded down
     * everywhere.
     *
     * @param other the other operand
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if this is not a number, or the other does not fit its type
     */
    default Expression<T> floorDivide(Expression<? extends Number> other) {
        return Operations.arithmetic(Operator.FLOOR_DIVIDE, number(), other);
    }

    /**
     * {@code +} a length of time.
     *
     * @param time the time, bound
     * @return the moment so much later
     * @throws io.athanor.sql.error.ArgumentException if this is neither a date nor a time
     */
    default Expression<T> plus(Duration time) {
        return Operations.move(Operator.PLUS, number(), Operations.time(number(), time));
    }

    /**
     * {@code +} a length of time that another expression yields.
     *
     * @param time the time
     * @return the moment so much later
     * @throws io.athanor.sql.error.ArgumentException if this is neither a date nor a time
     */
    default Expression<T> plusTime(Expression<Duration> time) {
        return Operations.move(Operator.PLUS, number(), time);
    }

    /**
     * {@code -} a length of time that another expression yields.
     *
     * @param time the time
     * @return the moment so much earlier
     * @throws io.athanor.sql.error.ArgumentException if this is neither a date nor a time
     */
    default Expression<T> minusTime(Expression<Duration> time) {
        return Operations.move(Operator.MINUS, number(), time);
    }

    /**
     * {@code -} a length of time.
     *
     * @param time the time, bound
     * @return the moment so much earlier
     * @throws io.athanor.sql.error.ArgumentException if this is neither a date nor a time
     */
    default Expression<T> minus(Duration time) {
        return Operations.move(Operator.MINUS, number(), Operations.time(number(), time));
    }

    /**
     * {@code -} another moment: the time between both.
     *
     * @param earlier the moment to count from
     * @return the time from there to this moment
     * @throws io.athanor.sql.error.ArgumentException if this is neither a date nor a time
     */
    default Expression<Duration> since(Expression<? extends T> earlier) {
        return Operations.difference(number(), earlier);
    }

    /**
     * Return the negative, {@code -x}.
     *
     * @return the negative
     * @throws io.athanor.sql.error.ArgumentException if this is not a number
     */
    default Expression<T> negated() {
        Expression<T> operand = Operations.requireNumber(Operator.NEGATE, number());
        return new UnaryOperation<>(Operator.NEGATE, operand, operand.type());
    }
}
