package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;

/**
 * The beginning of a {@code CASE x WHEN … THEN …}, which compares one expression with many values.
 *
 * @param subject what is compared
 * @param <V> the Java type of what is compared
 * @since 0.1.0
 */
public record CaseOf<V>(Expression<V> subject) {
    /**
     * State the first value to compare with.
     *
     * @param key the value, bound
     * @param value the result, bound; its class tells its type
     * @param <T> the Java type of the results
     * @return the beginning of the CASE
     * @throws ArgumentException if the result is {@code null}, or no type holds values of its class
     */
    @SuppressWarnings("unchecked") // the type is found by the value's own class
    public <T> Branches<V, T> when(V key, T value) {
        Class<?> javaType = value instanceof Enum<?> constant
                ? constant.getDeclaringClass()
                : value == null ? null : value.getClass();
        SqlType<?> type = javaType == null ? null : SqlTypes.find(javaType);
        if (type == null) {
            throw new ArgumentException("No SqlType is known for result [%s]; use value(value, type) or nullOf(type)"
                    .formatted(javaType == null ? "null" : javaType.getName()));
        }
        return when(key, new Bind<>(Bind.ANONYMOUS, value, (SqlType<T>) type));
    }

    /**
     * Add the first branch.
     *
     * @param key what the subject must equal, bound
     * @param value the value of the branch
     * @param <T> its Java type
     * @return the {@code CASE}
     */
    public <T> Branches<V, T> when(V key, Expression<T> value) {
        return new Branches<>(CaseExpression.of(subject, keyOf(key, subject), value), subject);
    }

    private static <V> Bind<V> keyOf(V key, Expression<V> subject) {
        return new Bind<>(Bind.ANONYMOUS, key, subject.type());
    }

    /**
     * A {@code CASE} of one subject, to which more branches can be added.
     *
     * @param branches the branches so far
     * @param subject what is compared
     * @param <V> the Java type of what is compared
     * @param <T> the Java type of the values
     * @since 0.1.0
     */
    public record Branches<V, T>(CaseExpression<T> branches, Expression<V> subject) {
        /**
         * Add a branch.
         *
         * @param key what the subject must equal, bound
         * @param value the value of the branch, bound
         * @return a {@code CASE} with one branch more
         */
        public Branches<V, T> when(V key, T value) {
            return when(key, new Bind<>(Bind.ANONYMOUS, value, branches.type()));
        }

        /**
         * Add a branch.
         *
         * @param key what the subject must equal, bound
         * @param value the value of the branch
         * @return a {@code CASE} with one branch more
         */
        public Branches<V, T> when(V key, Expression<? extends T> value) {
            return new Branches<>(branches.plus(keyOf(key, subject), value), subject);
        }

        /**
         * Add the branch that is taken when no other is.
         *
         * @param value its value, bound
         * @return the complete {@code CASE}
         */
        public Expression<T> otherwise(T value) {
            return branches.otherwise(value);
        }

        /**
         * Add the branch that is taken when no other is.
         *
         * @param value its value
         * @return the complete {@code CASE}
         */
        public Expression<T> otherwise(Expression<? extends T> value) {
            return branches.otherwise(value);
        }

        /**
         * Return the {@code CASE}, NULL when no branch is taken.
         *
         * @return the complete {@code CASE}
         */
        public Expression<T> end() {
            return branches;
        }
    }
}
