package io.athanor.sql.tree;

import io.athanor.sql.type.SqlTypes;

/**
 * The operators on text. Every expression has them, as in SQL; a database refuses those that do not fit the type.
 *
 * @since 0.1.0
 */
public sealed interface TextOperators permits Expression {
    /**
     * Return this as an expression.
     *
     * @return this
     */
    private Expression<?> text() {
        return (Expression<?>) this;
    }

    /**
     * {@code LIKE} a pattern with {@code %} and {@code _}. The pattern is bound.
     *
     * @param pattern the pattern
     * @return the condition
     */
    default Condition like(String pattern) {
        return new Comparison(Operator.LIKE, text(), Operations.text(pattern), null);
    }

    /**
     * {@code NOT LIKE} a pattern with {@code %} and {@code _}. The pattern is bound.
     *
     * @param pattern the pattern
     * @return the condition
     */
    default Condition notLike(String pattern) {
        return new Comparison(Operator.LIKE, text(), Operations.text(pattern), null).not();
    }

    /**
     * {@code LIKE} without regard to case, by {@code ILIKE} where the database has it, else by {@code lower} on both sides. The pattern is bound.
     *
     * @param pattern the pattern
     * @return the condition
     */
    default Condition ilike(String pattern) {
        return new Comparison(Operator.ILIKE, text(), Operations.text(pattern), null);
    }

    /**
     * {@code LIKE}: this starts with a text. The text is bound; {@code %} and {@code _} in it stay wildcards, as in SQLAlchemy.
     *
     * @param text the text
     * @return the condition
     */
    default Condition startsWith(String text) {
        return new Comparison(Operator.LIKE, text(), Operations.startsWith(text), null);
    }

    /**
     * {@code LIKE}: this ends with a text. The text is bound; {@code %} and {@code _} in it stay wildcards, as in SQLAlchemy.
     *
     * @param text the text
     * @return the condition
     */
    default Condition endsWith(String text) {
        return new Comparison(Operator.LIKE, text(), Operations.endsWith(text), null);
    }

    /**
     * {@code LIKE}: this contains a text. The text is bound; {@code %} and {@code _} in it stay wildcards, as in SQLAlchemy.
     *
     * @param text the text
     * @return the condition
     */
    default Condition contains(String text) {
        return new Comparison(Operator.LIKE, text(), Operations.contains(text), null);
    }

    /**
     * {@code LIKE} the value of another expression.
     *
     * @param pattern the pattern
     * @return the condition
     */
    default Condition like(Expression<String> pattern) {
        return new Comparison(Operator.LIKE, text(), pattern, null);
    }

    /**
     * {@code LIKE … ESCAPE}.
     *
     * @param pattern the pattern, bound
     * @param escape the character that takes the meaning from {@code %} and {@code _}
     * @return the condition
     */
    default Condition like(String pattern, char escape) {
        return new Comparison(Operator.LIKE, text(), Operations.text(pattern), escape);
    }

    /**
     * Concatenate a text, {@code ||}.
     *
     * @param text the text, bound
     * @return the concatenation
     */
    default Expression<String> concat(String text) {
        return concat(Operations.text(text));
    }

    /**
     * Concatenate another expression, {@code ||}.
     *
     * @param other what follows
     * @return the concatenation
     */
    default Expression<String> concat(Expression<?> other) {
        return new BinaryOperation<>(Operator.CONCAT, text(), other, SqlTypes.STRING);
    }
}
