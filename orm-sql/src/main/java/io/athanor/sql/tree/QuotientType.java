package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.function.DoubleFunction;

/**
 * The true quotient of integers: within the database it has its fraction, read as an integer it loses it, as in Java. Being
 * no integer of the database it is never divided or bound as one, so that all databases compute and read alike.
 *
 * @param <T> the Java type of the integers
 */
final class QuotientType<T extends Number> extends ConvertedType<T, Double> {
    private static final QuotientType<Short> SHORT =
            new QuotientType<>(Short.class, Short.MIN_VALUE, Short.MAX_VALUE, number -> (short) number);
    private static final QuotientType<Integer> INTEGER =
            new QuotientType<>(Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, number -> (int) number);
    private static final QuotientType<Long> LONG =
            new QuotientType<>(Long.class, Long.MIN_VALUE, Long.MAX_VALUE, number -> (long) number);

    private final double least;
    private final double greatest;
    private final DoubleFunction<T> truncation;

    private QuotientType(Class<T> javaType, double least, double greatest, DoubleFunction<T> truncation) {
        super(javaType, SqlTypes.DOUBLE);
        this.least = least;
        this.greatest = greatest;
        this.truncation = truncation;
    }

    /** The type of what an operator yields, where the left side has a type and the right side another. */
    @SuppressWarnings("unchecked") // the constant is chosen by the class
    static <T> SqlType<T> result(Operator operator, SqlType<T> left, SqlType<?> right) {
        boolean isFraction = operator == Operator.DIVIDE || right instanceof QuotientType;
        if (operator == Operator.FLOOR_DIVIDE || !isFraction) {
            return operator == Operator.FLOOR_DIVIDE && left instanceof QuotientType ? whole(left) : left;
        }
        if (left.javaType() == Integer.class) {
            return (SqlType<T>) INTEGER;
        } else if (left.javaType() == Long.class) {
            return (SqlType<T>) LONG;
        }
        return left.javaType() == Short.class ? (SqlType<T>) SHORT : left;
    }

    @SuppressWarnings("unchecked") // the constant is chosen by the class
    private static <T> SqlType<T> whole(SqlType<T> quotient) {
        if (quotient.javaType() == Integer.class) {
            return (SqlType<T>) SqlTypes.INTEGER;
        }
        return (SqlType<T>) (quotient.javaType() == Long.class ? SqlTypes.BIGINT : SqlTypes.SMALLINT);
    }

    @Override
    protected Double toStored(T value) {
        return value.doubleValue();
    }

    @Override
    protected T fromStored(Double stored) {
        if (!(stored > least - 1 && stored < greatest + 1)) {
            throw new ArgumentException(
                    "Quotient [%s] does not fit type [%s]; put typeCoerce(…) with a wider type behind the division"
                            .formatted(stored, javaType().getSimpleName()));
        }
        return truncation.apply(stored);
    }
}
