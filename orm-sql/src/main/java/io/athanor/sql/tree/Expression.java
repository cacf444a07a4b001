package io.athanor.sql.tree;

import io.athanor.sql.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A SQL expression. Immutable and thread-safe; every method returns a new node and emits nothing.
 *
 * @param <T> the Java type of its value
 * @since 0.1.0
 */
public non-sealed interface Expression<T>
        extends Selectable<T>,
                Orderable,
                ComparisonOperators<T>,
                LikeOperators,
                TextOperators,
                ArithmeticOperators<T>,
                BitOperators<T>,
                JsonOperators,
                CustomOperators<T> {
    /**
     * Return the type of the value.
     *
     * @return never {@code null}
     */
    SqlType<T> type();

    /**
     * Return the operator that stands at the top of this expression, which decides whether it needs parentheses.
     *
     * @return the operator, or {@code null} for what never needs any
     */
    default @Nullable Operator operator() {
        return null;
    }

    /**
     * Convert to another SQL type, {@code CAST}.
     *
     * @param type the type to convert to
     * @param <U> its Java type
     * @return the converted value
     */
    default <U> Expression<U> cast(SqlType<U> type) {
        return new Cast<>(this, type, false);
    }

    /**
     * Convert to another SQL type, {@code TRY_CAST}: NULL where that is not possible.
     *
     * @param type the type to convert to
     * @param <U> its Java type
     * @return the converted value, refused when compiled for a database without TRY_CAST
     */
    default <U> Expression<U> tryCast(SqlType<U> type) {
        return new Cast<>(this, type, true);
    }

    /**
     * Treat as another type without any SQL.
     *
     * @param type the type to read and bind as
     * @param <U> its Java type
     * @return the same SQL with another type
     */
    default <U> Expression<U> typeCoerce(SqlType<U> type) {
        return new TypeCoercion<>(this, type);
    }

    /**
     * Compare and sort by a collation.
     *
     * @param collation its name, quoted where needed
     * @return the collated expression
     */
    default Expression<T> collate(String collation) {
        return new Collation<>(this, collation);
    }

    /**
     * Give a name, {@code AS}.
     *
     * @param name the name
     * @return the labelled expression
     */
    default Label<T> label(String name) {
        return new LabeledExpression<>(this, name);
    }

    /**
     * Sort upwards.
     *
     * @return the ordering
     */
    default Ordering asc() {
        return new SortKey(this, SortKey.Direction.ASC, null);
    }

    /**
     * Sort downwards.
     *
     * @return the ordering
     */
    default Ordering desc() {
        return new SortKey(this, SortKey.Direction.DESC, null);
    }

    /**
     * Sort with NULL before all values.
     *
     * @return the ordering, of no stated direction
     */
    default Ordering nullsFirst() {
        return new SortKey(this, SortKey.Direction.NONE, true);
    }

    /**
     * Sort with NULL behind all values.
     *
     * @return the ordering, of no stated direction
     */
    default Ordering nullsLast() {
        return new SortKey(this, SortKey.Direction.NONE, false);
    }
}
