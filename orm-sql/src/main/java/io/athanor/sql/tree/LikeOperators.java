package io.athanor.sql.tree;

/**
 * LIKE and what is made of it. Every expression has these operators, as in SQL; a database refuses those that do not fit
 * the type.
 *
 * @since 0.1.0
 */
public sealed interface LikeOperators permits Expression {
    /**
     * Return this as an expression.
     *
     * @return this
     */
    private Expression<?> subject() {
        return (Expression<?>) this;
    }

    /**
     * {@code LIKE} a pattern with {@code %} and {@code _}.
     *
     * @param pattern the pattern, bound
     * @return the condition
     */
    default Condition like(String pattern) {
        return Operations.like(Operator.LIKE, subject(), Operations.text(subject(), pattern), null);
    }

    /**
     * {@code LIKE} a pattern with {@code %} and {@code _}.
     *
     * @param pattern the pattern, bound
     * @param escape the character that takes the meaning from {@code %} and {@code _}
     * @return the condition
     */
    default Condition like(String pattern, char escape) {
        Expression<String> text = Operations.text(subject(), pattern);
        return Operations.like(Operator.LIKE, subject(), text, LikeEscape.by(escape));
    }

    /**
     * {@code LIKE} the value of another expression.
     *
     * @param pattern the pattern
     * @return the condition
     */
    default Condition like(Expression<String> pattern) {
        return Operations.like(Operator.LIKE, subject(), Operations.beside(pattern, subject()), null);
    }

    /**
     * {@code NOT LIKE} a pattern with {@code %} and {@code _}.
     *
     * @param pattern the pattern, bound
     * @return the condition
     */
    default Condition notLike(String pattern) {
        return Operations.like(Operator.LIKE.negated(), subject(), Operations.text(subject(), pattern), null);
    }

    /**
     * {@code NOT LIKE} a pattern with {@code %} and {@code _}.
     *
     * @param pattern the pattern, bound
     * @param escape the character that takes the meaning from {@code %} and {@code _}
     * @return the condition
     */
    default Condition notLike(String pattern, char escape) {
        Expression<String> text = Operations.text(subject(), pattern);
        return Operations.like(Operator.LIKE.negated(), subject(), text, LikeEscape.by(escape));
    }

    /**
     * {@code NOT LIKE} the value of another expression.
     *
     * @param pattern the pattern
     * @return the condition
     */
    default Condition notLike(Expression<String> pattern) {
        return Operations.like(Operator.LIKE.negated(), subject(), Operations.beside(pattern, subject()), null);
    }

    /**
     * {@code LIKE} without regard to case, by {@code ILIKE} where the database has it, else by {@code lower} on both sides, a pattern with {@code %} and {@code _}.
     *
     * @param pattern the pattern, bound
     * @return the condition
     */
    default Condition ilike(String pattern) {
        return Operations.like(Operator.ILIKE, subject(), Operations.text(subject(), pattern), null);
    }

    /**
     * {@code LIKE} without regard to case, by {@code ILIKE} where the database has it, else by {@code lower} on both sides, a pattern with {@code %} and {@code _}.
     *
     * @param pattern the pattern, bound
     * @param escape the character that takes the meaning from {@code %} and {@code _}
     * @return the condition
     */
    default Condition ilike(String pattern, char escape) {
        Expression<String> text = Operations.text(subject(), pattern);
        return Operations.like(Operator.ILIKE, subject(), text, LikeEscape.by(escape));
    }

    /**
     * {@code LIKE} without regard to case, by {@code ILIKE} where the database has it, else by {@code lower} on both sides, the value of another expression.
     *
     * @param pattern the pattern
     * @return the condition
     */
    default Condition ilike(Expression<String> pattern) {
        return Operations.like(Operator.ILIKE, subject(), Operations.beside(pattern, subject()), null);
    }

    /**
     * {@code NOT LIKE} without regard to case a pattern with {@code %} and {@code _}.
     *
     * @param pattern the pattern, bound
     * @return the condition
     */
    default Condition notIlike(String pattern) {
        return Operations.like(Operator.ILIKE.negated(), subject(), Operations.text(subject(), pattern), null);
    }

    /**
     * {@code NOT LIKE} without regard to case a pattern with {@code %} and {@code _}.
     *
     * @param pattern the pattern, bound
     * @param escape the character that takes the meaning from {@code %} and {@code _}
     * @return the condition
     */
    default Condition notIlike(String pattern, char escape) {
        Expression<String> text = Operations.text(subject(), pattern);
        return Operations.like(Operator.ILIKE.negated(), subject(), text, LikeEscape.by(escape));
    }

    /**
     * {@code NOT LIKE} without regard to case the value of another expression.
     *
     * @param pattern the pattern
     * @return the condition
     */
    default Condition notIlike(Expression<String> pattern) {
        return Operations.like(Operator.ILIKE.negated(), subject(), Operations.beside(pattern, subject()), null);
    }

    /**
     * {@code LIKE}: this starts with a text, in which {@code %} and {@code _} stay wildcards.
     *
     * @param text the text, bound
     * @return the condition
     */
    default Condition startsWith(String text) {
        return startsWith(Operations.text(subject(), text));
    }

    /**
     * {@code LIKE}: this starts with a text.
     *
     * @param text the text, bound
     * @param escape what takes the meaning from {@code %} and {@code _}; {@link LikeEscape#AUTO} for a user's input
     * @return the condition
     */
    default Condition startsWith(String text, LikeEscape escape) {
        LikePattern pattern = new LikePattern(Operations.likeText(subject(), text, escape), false, true);
        return Operations.like(Operator.LIKE, subject(), pattern, escape);
    }

    /**
     * {@code LIKE}: this starts with the value of another expression.
     *
     * @param text the text
     * @return the condition
     */
    default Condition startsWith(Expression<String> text) {
        LikePattern pattern = new LikePattern(Operations.beside(text, subject()), false, true);
        return Operations.like(Operator.LIKE, subject(), pattern, null);
    }

    /**
     * {@code LIKE}: this ends with a text, in which {@code %} and {@code _} stay wildcards.
     *
     * @param text the text, bound
     * @return the condition
     */
    default Condition endsWith(String text) {
        return endsWith(Operations.text(subject(), text));
    }

    /**
     * {@code LIKE}: this ends with a text.
     *
     * @param text the text, bound
     * @param escape what takes the meaning from {@code %} and {@code _}; {@link LikeEscape#AUTO} for a user's input
     * @return the condition
     */
    default Condition endsWith(String text, LikeEscape escape) {
        LikePattern pattern = new LikePattern(Operations.likeText(subject(), text, escape), true, false);
        return Operations.like(Operator.LIKE, subject(), pattern, escape);
    }

    /**
     * {@code LIKE}: this ends with the value of another expression.
     *
     * @param text the text
     * @return the condition
     */
    default Condition endsWith(Expression<String> text) {
        LikePattern pattern = new LikePattern(Operations.beside(text, subject()), true, false);
        return Operations.like(Operator.LIKE, subject(), pattern, null);
    }

    /**
     * {@code LIKE}: this contains a text, in which {@code %} and {@code _} stay wildcards.
     *
     * @param text the text, bound
     * @return the condition
     */
    default Condition contains(String text) {
        return contains(Operations.text(subject(), text));
    }

    /**
     * {@code LIKE}: this contains a text.
     *
     * @param text the text, bound
     * @param escape what takes the meaning from {@code %} and {@code _}; {@link LikeEscape#AUTO} for a user's input
     * @return the condition
     */
    default Condition contains(String text, LikeEscape escape) {
        LikePattern pattern = new LikePattern(Operations.likeText(subject(), text, escape), true, true);
        return Operations.like(Operator.LIKE, subject(), pattern, escape);
    }

    /**
     * {@code LIKE}: this contains the value of another expression.
     *
     * @param text the text
     * @return the condition
     */
    default Condition contains(Expression<String> text) {
        LikePattern pattern = new LikePattern(Operations.beside(text, subject()), true, true);
        return Operations.like(Operator.LIKE, subject(), pattern, null);
    }

    /**
     * {@code LIKE}: this starts, without regard to case, with a text, in which {@code %} and {@code _} stay wildcards.
     *
     * @param text the text, bound
     * @return the condition
     */
    default Condition istartsWith(String text) {
        return istartsWith(Operations.text(subject(), text));
    }

    /**
     * {@code LIKE}: this starts, without regard to case, with a text.
     *
     * @param text the text, bound
     * @param escape what takes the meaning from {@code %} and {@code _}; {@link LikeEscape#AUTO} for a user's input
     * @return the condition
     */
    default Condition istartsWith(String text, LikeEscape escape) {
        LikePattern pattern = new LikePattern(Operations.likeText(subject(), text, escape), false, true);
        return Operations.like(Operator.ILIKE, subject(), pattern, escape);
    }

    /**
     * {@code LIKE}: this starts, without regard to case, with the value of another expression.
     *
     * @param text the text
     * @return the condition
     */
    default Condition istartsWith(Expression<String> text) {
        LikePattern pattern = new LikePattern(Operations.beside(text, subject()), false, true);
        return Operations.like(Operator.ILIKE, subject(), pattern, null);
    }

    /**
     * {@code LIKE}: this ends, without regard to case, with a text, in which {@code %} and {@code _} stay wildcards.
     *
     * @param text the text, bound
     * @return the condition
     */
    default Condition iendsWith(String text) {
        return iendsWith(Operations.text(subject(), text));
    }

    /**
     * {@code LIKE}: this ends, without regard to case, with a text.
     *
     * @param text the text, bound
     * @param escape what takes the meaning from {@code %} and {@code _}; {@link LikeEscape#AUTO} for a user's input
     * @return the condition
     */
    default Condition iendsWith(String text, LikeEscape escape) {
        LikePattern pattern = new LikePattern(Operations.likeText(subject(), text, escape), true, false);
        return Operations.like(Operator.ILIKE, subject(), pattern, escape);
    }

    /**
     * {@code LIKE}: this ends, without regard to case, with the value of another expression.
     *
     * @param text the text
     * @return the condition
     */
    default Condition iendsWith(Expression<String> text) {
        LikePattern pattern = new LikePattern(Operations.beside(text, subject()), true, false);
        return Operations.like(Operator.ILIKE, subject(), pattern, null);
    }

    /**
     * {@code LIKE}: this contains, without regard to case, a text, in which {@code %} and {@code _} stay wildcards.
     *
     * @param text the text, bound
     * @return the condition
     */
    default Condition icontains(String text) {
        return icontains(Operations.text(subject(), text));
    }

    /**
     * {@code LIKE}: this contains, without regard to case, a text.
     *
     * @param text the text, bound
     * @param escape what takes the meaning from {@code %} and {@code _}; {@link LikeEscape#AUTO} for a user's input
     * @return the condition
     */
    default Condition icontains(String text, LikeEscape escape) {
        LikePattern pattern = new LikePattern(Operations.likeText(subject(), text, escape), true, true);
        return Operations.like(Operator.ILIKE, subject(), pattern, escape);
    }

    /**
     * {@code LIKE}: this contains, without regard to case, the value of another expression.
     *
     * @param text the text
     * @return the condition
     */
    default Condition icontains(Expression<String> text) {
        LikePattern pattern = new LikePattern(Operations.beside(text, subject()), true, true);
        return Operations.like(Operator.ILIKE, subject(), pattern, null);
    }
}
