package io.athanor.sql.tree;

import io.athanor.sql.type.SqlTypes;

/**
 * The operators on text besides LIKE. Every expression has them, as in SQL; a database refuses those that do not fit the
 * type.
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
     * Compare with a regular expression.
     *
     * @param pattern the expression in the database's own language, bound
     * @return the condition, refused when compiled for a database without regular expressions
     */
    default Condition regexp(String pattern) {
        return new Regexp(text(), Operations.text(text(), pattern), null, false);
    }

    /**
     * Compare with a regular expression.
     *
     * @param pattern the expression in the database's own language, bound
     * @param flags letters that change how it is read, such as {@code i} for no regard to case
     * @return the condition, refused when compiled for a database without regular expressions
     * @throws io.athanor.sql.error.ArgumentException if the flags are not letters
     */
    default Condition regexp(String pattern, String flags) {
        return new Regexp(text(), Operations.text(text(), pattern), Operations.flags(flags), false);
    }

    /**
     * Compare with a regular expression that another expression yields.
     *
     * @param pattern the expression in the database's own language
     * @return the condition, refused when compiled for a database without regular expressions
     */
    default Condition regexp(Expression<String> pattern) {
        return new Regexp(text(), Operations.beside(pattern, text()), null, false);
    }

    /**
     * Replace what a regular expression matches.
     *
     * @param pattern the expression in the database's own language, bound
     * @param replacement what is put in place of a match, bound
     * @return the text, refused when compiled for a database that cannot
     */
    default Expression<String> regexpReplace(String pattern, String replacement) {
        Expression<?> left = text();
        return new RegexpReplacement(left, Operations.text(left, pattern), Operations.text(left, replacement), null);
    }

    /**
     * Replace what a regular expression matches.
     *
     * @param pattern the expression in the database's own language, bound
     * @param replacement what is put in place of a match, bound
     * @param flags letters that change how it is read, such as {@code i} for no regard to case
     * @return the text, refused when compiled for a database that cannot
     * @throws io.athanor.sql.error.ArgumentException if the flags are not letters
     */
    default Expression<String> regexpReplace(String pattern, String replacement, String flags) {
        Expression<?> left = text();
        return new RegexpReplacement(
                left, Operations.text(left, pattern), Operations.text(left, replacement), Operations.flags(flags));
    }

    /**
     * Search in text, {@code MATCH} or what the database has for it.
     *
     * @param query the query in the database's own language, bound
     * @return the condition
     */
    default Condition match(String query) {
        return new Comparison(Operator.MATCH, text(), Operations.text(text(), query), null);
    }

    /**
     * Concatenate a text, {@code ||}.
     *
     * @param text the text, bound
     * @return the concatenation
     */
    default Expression<String> concat(String text) {
        return concat(Operations.text(text(), text));
    }

    /**
     * Concatenate another expression, {@code ||}.
     *
     * @param other what follows
     * @return the concatenation
     */
    default Expression<String> concat(Expression<?> other) {
        Expression<?> left = Operations.beside(text(), other);
        return Chain.of(Operator.CONCAT, left, Operations.beside(other, text()), SqlTypes.STRING);
    }
}
