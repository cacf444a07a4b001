package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Builds the nodes of the operators, and refuses operands that cannot be meant. */
final class Operations {
    private static final Expression<String> PERCENT = new LiteralColumn<>("'%'", SqlTypes.STRING);

    private Operations() {}

    static Condition compare(Operator operator, Expression<?> left, SqlNode right) {
        if (right == null) {
            throw new ArgumentException("Operator [%s] was given null; use isNull() or isNotNull() to compare with NULL"
                    .formatted(operator));
        }
        return new Comparison(operator, left, right, null);
    }

    static <T> Condition equality(Operator operator, Expression<T> left, @Nullable T value) {
        if (value == null) {
            return operator == Operator.EQ ? left.isNull() : left.isNotNull();
        }
        return new Comparison(operator, left, bind(left, value), null);
    }

    /** A value takes the type, and for its name the name, of the column it is compared with. */
    static <T> Bind<T> bind(Expression<T> like, @Nullable T value) {
        if (value == null) {
            throw new ArgumentException(
                    "A value compared with [%s] is null; use isNull() or isNotNull() to compare with NULL"
                            .formatted(nameOf(like)));
        }
        return new Bind<>(nameOf(like), value, like.type());
    }

    static String nameOf(SqlNode node) {
        if (node instanceof NamedColumn<?> column) {
            return column.key();
        }
        return node instanceof Label<?> label ? label.name() : "param";
    }

    static Bind<String> text(String value) {
        if (value == null) {
            throw new ArgumentException("A text operator was given null; use isNull() to compare with NULL");
        }
        return new Bind<>("param", value, SqlTypes.STRING);
    }

    static Expression<String> startsWith(String text) {
        return text(text).concat(PERCENT);
    }

    static Expression<String> endsWith(String text) {
        return PERCENT.concat(text(text));
    }

    static Expression<String> contains(String text) {
        return PERCENT.concat(text(text)).concat(PERCENT);
    }

    static <T> Expression<T> requireNumber(Operator operator, Expression<T> operand) {
        Class<T> type = operand.type().javaType();
        if (!Number.class.isAssignableFrom(type)) {
            throw new ArgumentException(
                    "Operator [%s] needs a number, but [%s] is of type [%s]; cast it, or use concat for text"
                            .formatted(operator, nameOf(operand), type.getSimpleName()));
        }
        return operand;
    }

    static <T> Expression<T> arithmetic(Operator operator, Expression<T> left, Number value) {
        requireNumber(operator, left);
        if (value == null) {
            throw new ArgumentException("Operator [%s] was given null; use nullOf(type) for NULL".formatted(operator));
        }
        return new BinaryOperation<>(
                operator, left, new Bind<>(nameOf(left), convert(operator, left, value), left.type()), null);
    }

    static <T> Expression<T> arithmetic(Operator operator, Expression<T> left, Expression<? extends Number> right) {
        requireNumber(operator, left);
        requireNumber(operator, right);
        Class<?> result = left.type().javaType();
        Class<?> other = right.type().javaType();
        if (rank(other) > rank(result)) {
            throw new ArgumentException(
                    "Operator [%s] on [%s] and [%s] does not fit type [%s] of the left side; cast or typeCoerce it"
                            .formatted(operator, nameOf(left), nameOf(right), result.getSimpleName()));
        }
        return new BinaryOperation<>(operator, left, right, null);
    }

    private static int rank(Class<?> number) {
        if (number == Short.class) {
            return 0;
        }
        if (number == Integer.class) {
            return 1;
        }
        if (number == Long.class) {
            return 2;
        }
        return 3;
    }

    @SuppressWarnings("unchecked") // each branch makes an instance of the class that it has tested for
    private static <T> T convert(Operator operator, Expression<T> left, Number value) {
        Class<T> type = left.type().javaType();
        try {
            if (type.isInstance(value)) {
                return (T) value;
            }
            BigDecimal exact = value instanceof BigInteger big ? new BigDecimal(big) : new BigDecimal(value.toString());
            if (type == BigDecimal.class) {
                return (T) exact;
            } else if (type == Long.class) {
                return (T) (Long) exact.longValueExact();
            } else if (type == Integer.class) {
                return (T) (Integer) exact.intValueExact();
            } else if (type == Short.class) {
                return (T) (Short) exact.shortValueExact();
            } else if (type == Double.class) {
                return (T) (Double) exact.doubleValue();
            } else if (type == Float.class) {
                return (T) (Float) exact.floatValue();
            }
        } catch (ArithmeticException | NumberFormatException misfit) {
            throw misfit(operator, left, value);
        }
        throw misfit(operator, left, value);
    }

    private static ArgumentException misfit(Operator operator, Expression<?> left, Number value) {
        return new ArgumentException(
                "Operator [%s] on [%s] was given [%s], which does not fit type [%s]; cast or typeCoerce it"
                        .formatted(
                                operator,
                                nameOf(left),
                                value,
                                left.type().javaType().getSimpleName()));
    }

    /** A subquery used as a value has one column, whose type is the type of the value. */
    @SuppressWarnings("unchecked") // a SelectStatement of T selects one expression of T, which is checked here
    static <T> SqlType<T> onlyType(SelectStatement<T> select) {
        if (select.selected().size() == 1 && select.selected().get(0) instanceof Expression<?> only) {
            return (SqlType<T>) only.type();
        }
        return (SqlType<T>) SqlTypes.OTHER;
    }
}
