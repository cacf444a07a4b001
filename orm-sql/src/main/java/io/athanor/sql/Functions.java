package io.athanor.sql;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FunctionCall;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL functions; reached by {@link Sql#func}. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class Functions {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
    private static final Expression<?> STAR = new LiteralColumn<>("*", SqlTypes.OTHER);

    Functions() {}

    private static <T> FunctionCall<T> of(String name, @Nullable SqlType<T> type, SqlNode... arguments) {
        return new StandardFunction<>(name, List.of(arguments), type, false);
    }

    /**
     * {@code count(*)}: the number of rows.
     *
     * @return the call
     */
    public FunctionCall<Long> count() {
        return of("count", SqlTypes.BIGINT, STAR);
    }

    /**
     * {@code count(x)}: the number of values that are not NULL.
     *
     * @param what what is counted
     * @return the call
     */
    public FunctionCall<Long> count(Expression<?> what) {
        return of("count", SqlTypes.BIGINT, what);
    }

    /**
     * {@code sum(x)}, of the type of its argument.
     *
     * @param of what is added up
     * @param <N> the Java type
     * @return the call
     */
    public <N extends Number> FunctionCall<N> sum(Expression<N> of) {
        return of("sum", null, of);
    }

    /**
     * {@code sum(x)}, of a wider type than its argument.
     *
     * @param of what is added up
     * @param result the type of the sum
     * @param <N> its Java type
     * @return the call
     */
    public <N> FunctionCall<N> sum(Expression<? extends Number> of, SqlType<N> result) {
        return of("sum", result, of);
    }

    /**
     * {@code avg(x)}.
     *
     * @param of what is averaged
     * @return the call
     */
    public FunctionCall<BigDecimal> avg(Expression<? extends Number> of) {
        return of("avg", SqlTypes.NUMERIC, of);
    }

    /**
     * {@code max(x)}.
     *
     * @param of what is compared
     * @param <T> the Java type
     * @return the call
     */
    public <T> FunctionCall<T> max(Expression<T> of) {
        return of("max", null, of);
    }

    /**
     * {@code min(x)}.
     *
     * @param of what is compared
     * @param <T> the Java type
     * @return the call
     */
    public <T> FunctionCall<T> min(Expression<T> of) {
        return of("min", null, of);
    }

    /**
     * {@code lower(s)}.
     *
     * @param s the text
     * @return the call
     */
    public FunctionCall<String> lower(Expression<String> s) {
        return of("lower", SqlTypes.STRING, s);
    }

    /**
     * {@code upper(s)}.
     *
     * @param s the text
     * @return the call
     */
    public FunctionCall<String> upper(Expression<String> s) {
        return of("upper", SqlTypes.STRING, s);
    }

    /**
     * {@code length(s)}.
     *
     * @param s the text
     * @return the call
     */
    public FunctionCall<Integer> length(Expression<String> s) {
        return of("length", SqlTypes.INTEGER, s);
    }

    /**
     * {@code coalesce(a, b)}: the value, or another one for NULL.
     *
     * @param a the value
     * @param b what stands for NULL, bound
     * @param <T> the Java type
     * @return the call
     */
    public <T> FunctionCall<T> coalesce(Expression<T> a, T b) {
        return of("coalesce", null, a, new Bind<>("coalesce", b, a.type()));
    }

    /**
     * {@code coalesce(a, b, …)}: the first that is not NULL.
     *
     * @param first the first value
     * @param rest the others
     * @param <T> the Java type
     * @return the call
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public final <T> FunctionCall<T> coalesce(Expression<T> first, Expression<? extends T>... rest) {
        List<SqlNode> all = new ArrayList<>();
        all.add(first);
        all.addAll(Arrays.asList(rest));
        return new StandardFunction<>("coalesce", List.copyOf(all), null, false);
    }

    /**
     * {@code nullif(a, b)}: NULL where the two are equal.
     *
     * @param a the value
     * @param b what becomes NULL, bound
     * @param <T> the Java type
     * @return the call
     */
    public <T> FunctionCall<T> nullif(Expression<T> a, T b) {
        return of("nullif", null, a, new Bind<>("nullif", b, a.type()));
    }

    /**
     * {@code CURRENT_TIMESTAMP}, without a zone.
     *
     * @return the expression
     */
    public Expression<LocalDateTime> now() {
        return new LiteralColumn<>("CURRENT_TIMESTAMP", SqlTypes.TIMESTAMP);
    }

    /**
     * Any function by its name.
     *
     * @param name letters, digits and underscores, perhaps with a schema before a dot; never a user's input
     * @param result the type of the result
     * @param arguments the arguments
     * @param <T> the Java type of the result
     * @return the call
     * @throws ArgumentException if the name is not one
     */
    public <T> FunctionCall<T> call(String name, SqlType<T> result, Expression<?>... arguments) {
        if (!NAME.matcher(name).matches()) {
            throw new ArgumentException(
                    "[%s] is not the name of a function; use letters, digits, underscores and a dot".formatted(name));
        }
        return of(name, result, arguments);
    }
}
