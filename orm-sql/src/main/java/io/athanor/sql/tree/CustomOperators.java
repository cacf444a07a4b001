package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;

/**
 * Operators that only some database has. Every expression has them. The operator's text is <strong>raw SQL</strong>.
 *
 * @param <T> the Java type of the left side
 * @since 0.1.0
 */
public sealed interface CustomOperators<T> permits Expression {
    /**
     * Return this as an expression.
     *
     * @return this
     */
    private Expression<T> left() {
        return (Expression<T>) this;
    }

    /**
     * Apply an operator that binds least, so that its operands get parentheses.
     *
     * @param operator the operator's text, <strong>raw SQL</strong>, rendered as it is
     * @param operand the other operand
     * @param result the type of the result
     * @param <U> its Java type
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if the text cannot be an operator
     */
    default <U> Expression<U> op(String operator, Expression<?> operand, SqlType<U> result) {
        return op(Operator.custom(operator), operand, result);
    }

    /**
     * Apply an operator that binds least.
     *
     * @param operator the operator's text, <strong>raw SQL</strong>, rendered as it is
     * @param value the other operand, bound
     * @param result the type of the result
     * @param <U> its Java type
     * @return the result
     * @throws io.athanor.sql.error.ArgumentException if the text cannot be an operator
     */
    default <U> Expression<U> op(String operator, T value, SqlType<U> result) {
        return op(Operator.custom(operator), Operations.bind(left(), value), result);
    }

    /**
     * Apply an operator, {@link Operator#custom}.
     *
     * @param operator the operator
     * @param operand the other operand
     * @param result the type of the result
     * @param <U> its Java type
     * @return the result
     */
    default <U> Expression<U> op(Operator operator, Expression<?> operand, SqlType<U> result) {
        return Operations.binary(operator, left(), Operations.beside(operand, left()), result);
    }

    /**
     * Compare by an operator that binds least.
     *
     * @param operator the operator's text, <strong>raw SQL</strong>, rendered as it is
     * @param operand the other operand
     * @return the condition
     * @throws io.athanor.sql.error.ArgumentException if the text cannot be an operator
     */
    default Condition boolOp(String operator, Expression<?> operand) {
        return boolOp(Operator.custom(operator), operand);
    }

    /**
     * Compare by an operator that binds least.
     *
     * @param operator the operator's text, <strong>raw SQL</strong>, rendered as it is
     * @param value the other operand, bound
     * @return the condition
     * @throws io.athanor.sql.error.ArgumentException if the text cannot be an operator
     */
    default Condition boolOp(String operator, T value) {
        return boolOp(Operator.custom(operator), Operations.bind(left(), value));
    }

    /**
     * Compare by an operator, {@link Operator#custom}.
     *
     * @param operator the operator
     * @param operand the other operand
     * @return the condition
     */
    default Condition boolOp(Operator operator, Expression<?> operand) {
        return Operations.compare(operator, left(), Operations.beside(operand, left()));
    }
}
