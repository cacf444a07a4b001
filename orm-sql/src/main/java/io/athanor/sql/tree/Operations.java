package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StorageKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the nodes of the operators, and refuses operands that cannot be meant. */
final class Operations {
    private Operations() {}

    static Condition compare(Operator operator, Expression<?> left, SqlNode right) {
        if (right == null) {
            throw new ArgumentException("Operator [%s] was given null; use isNull() or isNotNull() to compare with NULL"
                    .formatted(operator));
        }
        if (right instanceof NullExpression<?> && operator == Operator.EQ) {
            return new Comparison(Operator.IS, left, right, null);
        } else if (right instanceof NullExpression<?> && operator == Operator.NE) {
            return new Comparison(Operator.IS_NOT, left, right, null);
        }
        return new Comparison(operator, left, right, null);
    }

    static <T> Condition equality(Operator operator, Expression<T> left, @Nullable T value) {
        if (value == null) {
            return operator == Operator.EQ ? left.isNull() : left.isNotNull();
        }
        if (value instanceof Boolean truth && left.type().kind() == StorageKind.BOOLEAN) {
            return new Comparison(operator, left, truth ? BooleanConstant.TRUE : BooleanConstant.FALSE, null);
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
        return new Bind<>(bindName(like), value, like.type());
    }

    /** What a value beside this node is called: the column or the function, if it is one. */
    static String bindName(SqlNode node) {
        return node instanceof Label<?> ? Bind.ANONYMOUS : nameOf(node);
    }

    /** What a node is called where it is selected, or in a message. */
    static String nameOf(SqlNode node) {
        if (node instanceof NamedColumn<?> column) {
            return column.key();
        } else if (node instanceof Label<?> label) {
            return label.name();
        } else if (node instanceof StandardFunction<?> function && function.isPlain()) {
            return function.simpleName();
        } else if (node instanceof BareColumn<?> column) {
            return column.name();
        }
        return node instanceof LiteralColumn<?> literal ? literal.sql() : Bind.ANONYMOUS;
    }

    /** A value that the user wrote as an expression takes the name of what it stands beside. */
    @SuppressWarnings("unchecked") // a Bind of T replaces a Bind of T
    static <T> Expression<T> beside(Expression<T> operand, SqlNode neighbour) {
        return operand instanceof Bind<?> bind ? (Expression<T>) bind.besides(bindName(neighbour)) : operand;
    }

    static Bind<String> text(Expression<?> beside, String value) {
        if (value == null) {
            throw new ArgumentException("A text operator was given null; use isNull() to compare with NULL");
        }
        return new Bind<>(bindName(beside), value, SqlTypes.STRING);
    }

    static String flags(String flags) {
        if (flags == null || !flags.chars().allMatch(Character::isLetter)) {
            throw new ArgumentException("Flags [%s] of a regular expression are not letters".formatted(flags));
        }
        return flags;
    }

    static Condition like(
            Operator operator, Expression<?> left, Expression<String> pattern, @Nullable LikeEscape escape) {
        return new Comparison(operator, left, pattern, escape == null ? null : escape.character());
    }

    static Bind<String> likeText(Expression<?> left, String value, @Nullable LikeEscape escape) {
        Bind<String> text = text(left, value);
        return escape == null ? text : new Bind<>(text.name(), escape.apply(value), SqlTypes.STRING);
    }

    static <T> Condition in(Operator operator, Expression<T> left, Collection<? extends T> values) {
        return new Comparison(
                operator, left, new BindList<>(bindName(left), new ArrayList<>(values), left.type()), null);
    }

    static Condition in(Operator operator, Expression<?> left, Expression<?>[] candidates) {
        List<Expression<?>> named = new ArrayList<>();
        for (Expression<?> candidate : candidates) {
            named.add(beside(candidate, left));
        }
        if (named.isEmpty()) {
            return new Comparison(operator, left, new BindList<>(bindName(left), List.of(), left.type()), null);
        }
        return new Comparison(operator, left, new ExpressionList(List.copyOf(named)), null);
    }

    static Expression<?> requireJson(Expression<?> document) {
        Class<?> type = document.type().javaType();
        if (type != Json.class && document.type().kind() != StorageKind.JSON && type != Object.class) {
            throw new ArgumentException("at(…) needs JSON, but [%s] is of type [%s]; cast it to JSON"
                    .formatted(nameOf(document), type.getSimpleName()));
        }
        return document;
    }

    static <T> Expression<T> requireNumber(Operator operator, Expression<T> operand) {
        Class<T> type = operand.type().javaType();
        if (!Number.class.isAssignableFrom(type) && type != Object.class) {
            throw new ArgumentException(
                    "Operator [%s] needs a number, but [%s] is of type [%s]; cast it, or use concat for text"
                            .formatted(operator, nameOf(operand), type.getSimpleName()));
        }
        return operand;
    }

    static <T> Expression<T> arithmetic(Operator operator, Expression<T> left, Number value) {
        boolean isScaled = left.type().javaType() == Duration.class
                && (operator == Operator.TIMES || operator == Operator.DIVIDE)
                && value instanceof Integer;
        if (isScaled) {
            return binary(operator, left, new Bind<>(bindName(left), (Integer) value, SqlTypes.INTEGER), left.type());
        }
        requireNumber(operator, left);
        if (value == null) {
            throw new ArgumentException("Operator [%s] was given null; use nullOf(type) for NULL".formatted(operator));
        }
        Bind<?> number = number(operator, left, value);
        return binary(operator, left, number, QuotientType.result(operator, left.type(), number.type()));
    }

    /** A narrower number keeps its own type, as in SQLAlchemy; another one is converted to that of the left side. */
    private static Bind<?> number(Operator operator, Expression<?> left, Number value) {
        boolean isNarrower = rank(value.getClass()) < rank(left.type().javaType()) && value instanceof Integer;
        return isNarrower
                ? new Bind<>(bindName(left), (Integer) value, SqlTypes.INTEGER)
                : converted(operator, left, value);
    }

    private static <T> Bind<T> converted(Operator operator, Expression<T> left, Number value) {
        return new Bind<>(bindName(left), convert(operator, left, value), left.type());
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
        SqlType<T> type = QuotientType.result(operator, left.type(), right.type());
        return binary(operator, beside(left, right), beside(right, left), type);
    }

    /** Build the node: a chain for the operators that may be written in one. */
    static <T> Expression<T> binary(Operator operator, Expression<?> left, Expression<?> right, SqlType<T> type) {
        boolean isChained = operator == Operator.PLUS || operator == Operator.TIMES || operator == Operator.CONCAT;
        return isChained ? Chain.of(operator, left, right, type) : new BinaryOperation<>(operator, left, right, type);
    }

    /** A moment moved by a length of time, or the reverse of it. */
    static <T> Expression<T> move(Operator operator, Expression<T> moment, Expression<Duration> time) {
        if (!isMoment(moment.type())) {
            throw new ArgumentException("Operator [%s] with a duration needs a date or time, but [%s] is of type [%s]"
                    .formatted(
                            operator, nameOf(moment), moment.type().javaType().getSimpleName()));
        }
        if (moment.type().javaType() == Duration.class) {
            return binary(operator, moment, time, moment.type());
        }
        Operator moving = operator == Operator.PLUS ? Operator.LATER : Operator.EARLIER;
        return new BinaryOperation<>(moving, moment, time, moment.type());
    }

    static Bind<Duration> time(Expression<?> moment, Duration time) {
        if (time == null) {
            throw new ArgumentException("A length of time is null; give a Duration");
        }
        return new Bind<>(bindName(moment), time, SqlTypes.DURATION);
    }

    private static boolean isMoment(SqlType<?> type) {
        Class<?> javaType = type.javaType();
        return Temporal.class.isAssignableFrom(javaType) || javaType == Duration.class || javaType == Object.class;
    }

    static Expression<Duration> difference(Expression<?> later, Expression<?> earlier) {
        if (!isMoment(later.type())) {
            throw new ArgumentException("since(…) needs a date or time, but [%s] is of type [%s]"
                    .formatted(nameOf(later), later.type().javaType().getSimpleName()));
        }
        return new BinaryOperation<>(Operator.ELAPSED, later, earlier, SqlTypes.DURATION);
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

    /** The type that a node takes over from the one below it, which may be far below; found without recursion. */
    @SuppressWarnings("unchecked") // each node on the way has the Java type of the one below it
    static <T> SqlType<T> inherited(Expression<T> node) {
        Expression<?> each = node;
        for (Expression<?> below = below(each); below != null; below = below(each)) {
            each = below;
        }
        return (SqlType<T>) each.type();
    }

    private static @Nullable Expression<?> below(Expression<?> node) {
        if (node instanceof Collation<?> collation) {
            return collation.operand();
        } else if (node instanceof LabeledExpression<?> label) {
            return label.expression();
        } else if (node instanceof CaseExpression<?> branches) {
            return branches.values().get(0);
        } else if (node instanceof WindowFunction<?> window) {
            return window.call();
        } else if (node instanceof StandardFunction<?> call && call.ownType() == null) {
            return (Expression<?>) call.arguments().get(0);
        }
        return null;
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
