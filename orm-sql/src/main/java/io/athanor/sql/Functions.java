package io.athanor.sql;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Extraction;
import io.athanor.sql.tree.FunctionCall;
import io.athanor.sql.tree.InlineValue;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL functions; reached by {@link Sql#func}. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class Functions extends WindowFunctions {
    private static final Expression<?> STAR = new LiteralColumn<>("*", SqlTypes.OTHER);

    Functions() {}

    private static <T> FunctionCall<T> of(String name, @Nullable SqlType<T> type, SqlNode... arguments) {
        return StandardFunction.of(name, type, arguments);
    }

    private static SqlNode[] joined(SqlNode first, SqlNode[] rest) {
        List<SqlNode> all = new ArrayList<>();
        all.add(first);
        all.addAll(Arrays.asList(rest));
        return all.toArray(SqlNode[]::new);
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
     * {@code char_length(s)}.
     *
     * @param s the text
     * @return the call
     */
    public FunctionCall<Integer> charLength(Expression<String> s) {
        return of("char_length", SqlTypes.INTEGER, s);
    }

    /**
     * {@code trim(s)}.
     *
     * @param s the text
     * @return the call
     */
    public FunctionCall<String> trim(Expression<String> s) {
        return of("trim", SqlTypes.STRING, s);
    }

    /**
     * {@code concat(a, b, …)}.
     *
     * @param parts the texts
     * @return the call
     */
    public FunctionCall<String> concat(Expression<?>... parts) {
        return of("concat", SqlTypes.STRING, parts);
    }

    /**
     * The texts of a group in one, with a separator: {@code group_concat}, {@code string_agg} or {@code listagg}, as the
     * database has it.
     *
     * @param of the text
     * @param separator what stands between two, written as a literal
     * @return the call
     */
    public FunctionCall<String> aggregateStrings(Expression<String> of, String separator) {
        return of("aggregate_strings", SqlTypes.STRING, of, new InlineValue<>(separator, SqlTypes.STRING));
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
        return of("coalesce", null, joined(first, rest));
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
     * {@code nullif(a, b)}: NULL where the two are equal.
     *
     * @param a the value
     * @param b what becomes NULL
     * @param <T> the Java type
     * @return the call
     */
    public <T> FunctionCall<T> nullif(Expression<T> a, Expression<? extends T> b) {
        return of("nullif", null, a, b);
    }

    /**
     * {@code greatest(a, b, …)}.
     *
     * @param first the first value
     * @param rest the others
     * @param <T> the Java type
     * @return the call
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public final <T> FunctionCall<T> greatest(Expression<T> first, Expression<? extends T>... rest) {
        return of("greatest", null, joined(first, rest));
    }

    /**
     * {@code least(a, b, …)}.
     *
     * @param first the first value
     * @param rest the others
     * @param <T> the Java type
     * @return the call
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read, into a list of the same element type
    public final <T> FunctionCall<T> least(Expression<T> first, Expression<? extends T>... rest) {
        return of("least", null, joined(first, rest));
    }

    /**
     * {@code now}: the time of the statement or transaction, without a zone.
     *
     * @return the call
     */
    public FunctionCall<LocalDateTime> now() {
        return of("now", SqlTypes.TIMESTAMP);
    }

    /**
     * {@code current_timestamp}: the time of the statement or transaction.
     *
     * @return the call
     */
    public FunctionCall<LocalDateTime> currentTimestamp() {
        return of("current_timestamp", SqlTypes.TIMESTAMP);
    }

    /**
     * {@code current_date}: the date.
     *
     * @return the call
     */
    public FunctionCall<LocalDate> currentDate() {
        return of("current_date", SqlTypes.DATE);
    }

    /**
     * {@code current_time}: the time of day.
     *
     * @return the call
     */
    public FunctionCall<LocalTime> currentTime() {
        return of("current_time", SqlTypes.TIME);
    }

    /**
     * {@code localtime}: the time of day, without a zone.
     *
     * @return the call
     */
    public FunctionCall<LocalTime> localTime() {
        return of("localtime", SqlTypes.TIME);
    }

    /**
     * {@code localtimestamp}: the time, without a zone.
     *
     * @return the call
     */
    public FunctionCall<LocalDateTime> localTimestamp() {
        return of("localtimestamp", SqlTypes.TIMESTAMP);
    }

    /**
     * {@code sysdate}: the time of the clock.
     *
     * @return the call
     */
    public FunctionCall<LocalDateTime> sysdate() {
        return of("sysdate", SqlTypes.TIMESTAMP);
    }

    /**
     * {@code current_user}: the user whose rights count.
     *
     * @return the call
     */
    public FunctionCall<String> currentUser() {
        return of("current_user", SqlTypes.STRING);
    }

    /**
     * {@code session_user}: the user who has connected.
     *
     * @return the call
     */
    public FunctionCall<String> sessionUser() {
        return of("session_user", SqlTypes.STRING);
    }

    /**
     * {@code user}: the user.
     *
     * @return the call
     */
    public FunctionCall<String> user() {
        return of("user", SqlTypes.STRING);
    }

    /**
     * {@code random}: a random number, in the range that the database has for it.
     *
     * @return the call
     */
    public FunctionCall<Double> random() {
        return of("random", SqlTypes.DOUBLE);
    }

    /**
     * {@code EXTRACT(part FROM x)}.
     *
     * @param part what is taken out
     * @param from a date, a time, a timestamp or an interval
     * @return the number
     */
    public Expression<Integer> extract(DatePart part, Expression<?> from) {
        return new Extraction(part, from);
    }

    /**
     * Any function by its name, which is quoted if it is none of letters, digits and underscores. A dot separates a schema or
     * package.
     *
     * @param name the name
     * @param result the type of the result
     * @param arguments the arguments
     * @param <T> the Java type of the result
     * @return the call
     * @throws ArgumentException if the name, or a part of it, is empty
     */
    public <T> FunctionCall<T> call(String name, SqlType<T> result, Expression<?>... arguments) {
        if (name.isBlank() || name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            throw new ArgumentException(
                    "[%s] is not the name of a function; give one name, or several with a dot between".formatted(name));
        }
        return of(name, result, arguments);
    }

    /**
     * A function that yields rows, in FROM. Its columns are asked for by name and type.
     *
     * @param name the name of the function
     * @param alias its name in FROM
     * @param arguments the arguments
     * @return the element of FROM
     * @throws ArgumentException if the name, or a part of it, is empty
     */
    public DerivedTable table(String name, String alias, Expression<?>... arguments) {
        return call(name, SqlTypes.OTHER, arguments).table().as(alias);
    }
}
