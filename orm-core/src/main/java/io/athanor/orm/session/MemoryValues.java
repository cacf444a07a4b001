package io.athanor.orm.session;

import io.athanor.sql.tree.Operator;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SQL's operators over values in memory, where {@code null} is unknown and {@link #MAYBE} is known to the database alone. */
final class MemoryValues {
    /** What a database may see otherwise than Java does. */
    static final Object MAYBE = new Object() {
        @Override
        public String toString() {
            return "maybe";
        }
    };

    private MemoryValues() {}

    static @Nullable Object not(@Nullable Object truth) {
        return truth instanceof Boolean known ? (Object) !known : truth;
    }

    /** AND is decided by one that is false, OR by one that is true. */
    static @Nullable Object junction(List<@Nullable Object> truths, boolean decisive) {
        Object result = !decisive;
        for (Object truth : truths) {
            if (truth instanceof Boolean known && known == decisive) {
                return decisive;
            }
            if (truth == MAYBE || truth == null && result != MAYBE) {
                result = truth;
            }
        }
        return result;
    }

    static Object isSame(@Nullable Object left, @Nullable Object right) {
        if (left == MAYBE || right == MAYBE) {
            return MAYBE;
        }
        return left == null || right == null ? (Object) (left == right) : equality(left, right);
    }

    static @Nullable Object compare(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        } else if (left == MAYBE || right == MAYBE) {
            return MAYBE;
        } else if (operator == Operator.EQ) {
            return equality(left, right);
        } else if (operator == Operator.NE) {
            return not(equality(left, right));
        }
        return order(operator, left, right);
    }

    private static Object equality(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return decimal((Number) left).compareTo(decimal((Number) right)) == 0;
        } else if (left.equals(right)) {
            return true;
        } else if (left instanceof String text && right instanceof String other) {
            return folded(text).equals(folded(other)) ? MAYBE : (Object) false;
        }
        boolean isExact =
                left instanceof Boolean || left instanceof Enum<?> || left instanceof UUID || left instanceof LocalDate;
        return isExact ? (Object) false : MAYBE;
    }

    /** A database may pass over case, accents and blanks at the end. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
    }

    private static Object order(Operator operator, Object left, Object right) {
        int order;
        if (left instanceof Number && right instanceof Number) {
            order = decimal((Number) left).compareTo(decimal((Number) right));
        } else if (left instanceof Temporal && left.getClass() == right.getClass()) {
            order = compared(left, right);
        } else {
            return MAYBE;
        }
        if (operator == Operator.LT) {
            return order < 0;
        } else if (operator == Operator.LE) {
            return order <= 0;
        }
        return operator == Operator.GT ? order > 0 : order >= 0;
    }

    @SuppressWarnings("unchecked") // temporals of one class are ordered among each other
    private static int compared(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    static boolean understands(Operator operator) {
        return operator == Operator.PLUS || operator == Operator.TIMES || operator == Operator.CONCAT;
    }

    /** Whole numbers and texts only: what is rounded, or overflows, is left to the database. */
    static @Nullable Object fold(Operator operator, List<@Nullable Object> operands) {
        Object result = operands.get(0);
        for (Object operand : operands.subList(1, operands.size())) {
            result = combine(operator, result, operand);
        }
        return result;
    }

    private static @Nullable Object combine(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == MAYBE || right == MAYBE ? MAYBE : null;
        }
        if (operator == Operator.CONCAT) {
            return left instanceof String text && right instanceof String more ? text + more : MAYBE;
        }
        try {
            if (left instanceof Integer a && right instanceof Integer b) {
                return operator == Operator.PLUS ? Math.addExact(a, b) : Math.multiplyExact(a, b);
            } else if (left instanceof Long a && right instanceof Long b) {
                return operator == Operator.PLUS ? Math.addExact(a, b) : Math.multiplyExact(a, b);
            }
        } catch (ArithmeticException overflow) {
            return MAYBE;
        }
        return MAYBE;
    }
}
