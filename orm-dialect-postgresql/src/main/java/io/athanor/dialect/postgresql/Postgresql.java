package io.athanor.dialect.postgresql;

import io.athanor.sql.Sql;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.Truth;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/**
 * Operators and functions that only PostgreSQL has: arrays, JSONB, ranges, HSTORE, time zones. Other dialects refuse them
 * when a statement is compiled. All methods bind their values, and are thread-safe.
 *
 * @since 0.1.0
 */
public final class Postgresql {
    /** An array without elements does not tell its type; the compiler adds it. */
    static final String EMPTY = "ARRAY[]";

    private static final int COMPARING = 5;
    private static final int CONCATENATING = 6;
    private static final Operator CONTAINS = Operator.custom("@>", COMPARING);
    private static final Operator CONTAINED = Operator.custom("<@", COMPARING);
    private static final Operator OVERLAPS = Operator.custom("&&", COMPARING);
    private static final Operator ADJACENT = Operator.custom("-|-", COMPARING);
    private static final Operator LEFT_OF = Operator.custom("<<", COMPARING);
    private static final Operator RIGHT_OF = Operator.custom(">>", COMPARING);
    private static final Operator MATCHES = Operator.custom("@@", COMPARING);
    private static final Operator CONCAT = Operator.custom("||", CONCATENATING);
    private static final Operator DELETE_PATH = Operator.custom("#-", CONCATENATING);
    private static final Operator TIME_ZONE = Operator.custom("AT TIME ZONE", CONCATENATING);

    private Postgresql() {}

    /**
     * {@code ARRAY[…]} of values.
     *
     * @param element the type of the elements
     * @param values the values; none for an empty array
     * @param <T> their Java type
     * @return the array
     */
    @SafeVarargs
    public static <T> Expression<List<T>> array(SqlType<T> element, T... values) {
        List<Expression<T>> expressions = new ArrayList<>();
        for (T value : values) {
            expressions.add(Sql.value(value, element));
        }
        return arrayOf(element, expressions);
    }

    /**
     * {@code ARRAY[…]} of expressions, which may be arrays themselves.
     *
     * @param element the type of the elements
     * @param expressions the elements; none for an empty array
     * @param <T> their Java type
     * @return the array
     */
    public static <T> Expression<List<T>> arrayOf(SqlType<T> element, List<? extends Expression<T>> expressions) {
        SqlType<List<T>> type = SqlTypes.arrayOf(element);
        if (expressions.isEmpty()) {
            return new PostgresqlExpression<>(List.of(EMPTY), type, List.of());
        }
        List<String> pieces = new ArrayList<>(List.of("ARRAY["));
        for (int i = 1; i < expressions.size(); i++) {
            pieces.add(", ");
        }
        pieces.add("]");
        return new PostgresqlExpression<>(List.copyOf(pieces), type, expressions);
    }

    /**
     * {@code array[index]}.
     *
     * @param array the array
     * @param index from 1
     * @param element the type of the element
     * @param <T> its Java type
     * @return the element
     */
    public static <T> Expression<T> element(Expression<List<T>> array, int index, SqlType<T> element) {
        return new PostgresqlExpression<>(List.of("", "[", "]"), element, List.of(array, Sql.value(index)));
    }

    /**
     * {@code array[first:last]}.
     *
     * @param array the array
     * @param first from 1
     * @param last the index of the last element, which belongs to the slice
     * @param <T> the Java type of the elements
     * @return the slice
     */
    public static <T> Expression<List<T>> slice(Expression<List<T>> array, int first, int last) {
        return new PostgresqlExpression<>(
                List.of("", "[", ":", "]"), array.type(), List.of(array, Sql.value(first), Sql.value(last)));
    }

    /**
     * {@code @>}: the left side, an array, JSONB, HSTORE or range, contains the right side.
     *
     * @param whole the left side
     * @param part a value of the same type
     * @param <T> its Java type
     * @return the condition
     */
    public static <T> Condition contains(Expression<T> whole, T part) {
        return whole.boolOp(CONTAINS, Sql.value(part, whole.type()));
    }

    /**
     * {@code @>}: the left side contains the right side.
     *
     * @param whole the left side
     * @param part the right side
     * @return the condition
     */
    public static Condition contains(Expression<?> whole, Expression<?> part) {
        return whole.boolOp(CONTAINS, part);
    }

    /**
     * {@code <@}: the left side is contained in the right side.
     *
     * @param part the left side
     * @param whole a value of the same type
     * @param <T> its Java type
     * @return the condition
     */
    public static <T> Condition containedBy(Expression<T> part, T whole) {
        return part.boolOp(CONTAINED, Sql.value(whole, part.type()));
    }

    /**
     * {@code <@}: the left side is contained in the right side.
     *
     * @param part the left side
     * @param whole the right side
     * @return the condition
     */
    public static Condition containedBy(Expression<?> part, Expression<?> whole) {
        return part.boolOp(CONTAINED, whole);
    }

    /**
     * {@code &&}: two arrays or ranges have something in common.
     *
     * @param left the left side
     * @param right a value of the same type
     * @param <T> its Java type
     * @return the condition
     */
    public static <T> Condition overlaps(Expression<T> left, T right) {
        return left.boolOp(OVERLAPS, Sql.value(right, left.type()));
    }

    /**
     * {@code &&}: two arrays or ranges have something in common.
     *
     * @param left the left side
     * @param right the right side
     * @return the condition
     */
    public static Condition overlaps(Expression<?> left, Expression<?> right) {
        return left.boolOp(OVERLAPS, right);
    }

    /**
     * {@code ||}: two arrays, one behind the other.
     *
     * @param left the left side
     * @param right a value of the same type
     * @param <T> its Java type
     * @return both
     */
    public static <T> Expression<T> concat(Expression<T> left, T right) {
        return left.op(CONCAT, Sql.value(right, left.type()), left.type());
    }

    /**
     * {@code ?}: JSONB or HSTORE has a key. Written with two question marks, as the driver takes it.
     *
     * @param document the JSONB or HSTORE
     * @param key the key
     * @return the condition
     */
    public static Condition hasKey(Expression<?> document, String key) {
        return condition("??", document, Sql.value(key));
    }

    /**
     * {@code ?|}: JSONB or HSTORE has one of some keys. Written with two question marks, as the driver takes it.
     *
     * @param document the JSONB or HSTORE
     * @param keys the keys
     * @return the condition
     */
    public static Condition hasAny(Expression<?> document, String... keys) {
        return condition("??|", document, array(SqlTypes.TEXT, keys));
    }

    /**
     * {@code ?&}: JSONB or HSTORE has all of some keys. Written with two question marks, as the driver takes it.
     *
     * @param document the JSONB or HSTORE
     * @param keys the keys
     * @return the condition
     */
    public static Condition hasAll(Expression<?> document, String... keys) {
        return condition("??&", document, array(SqlTypes.TEXT, keys));
    }

    private static Condition condition(String operator, Expression<?> left, Expression<?> right) {
        return new Truth(new PostgresqlExpression<>(
                List.of("", " " + operator + " ", ""), SqlTypes.BOOLEAN, List.of(left, right)));
    }

    /**
     * {@code @@}: what a JSON path says of a JSONB document is true.
     *
     * @param document the document
     * @param path the path
     * @return the condition
     */
    public static Condition pathMatches(Expression<Json> document, String path) {
        return document.boolOp(MATCHES, Sql.value(path, PostgresqlTypes.JSONPATH));
    }

    /**
     * {@code @?}: a JSON path finds something in a JSONB document. Written with two question marks, as the driver takes it.
     *
     * @param document the document
     * @param path the path
     * @return the condition
     */
    public static Condition pathExists(Expression<Json> document, String path) {
        return condition("@??", document, Sql.value(path, PostgresqlTypes.JSONPATH));
    }

    /**
     * {@code -|-}: two ranges meet without overlapping.
     *
     * @param left the left side
     * @param right a range in PostgreSQL's own form
     * @return the condition
     */
    public static Condition adjacent(Expression<String> left, String right) {
        return left.boolOp(ADJACENT, Sql.value(right, left.type()));
    }

    /**
     * {@code <<}: a range ends before another begins.
     *
     * @param left the left side
     * @param right a range in PostgreSQL's own form
     * @return the condition
     */
    public static Condition leftOf(Expression<String> left, String right) {
        return left.boolOp(LEFT_OF, Sql.value(right, left.type()));
    }

    /**
     * {@code >>}: a range begins after another ends.
     *
     * @param left the left side
     * @param right a range in PostgreSQL's own form
     * @return the condition
     */
    public static Condition rightOf(Expression<String> left, String right) {
        return left.boolOp(RIGHT_OF, Sql.value(right, left.type()));
    }

    /**
     * {@code #-}: a JSONB document without what a path leads to.
     *
     * @param document the document
     * @param path the keys and indexes on the way
     * @return the document without it
     */
    public static Expression<Json> deletePath(Expression<Json> document, String... path) {
        SqlType<List<String>> texts = SqlTypes.arrayOf(SqlTypes.TEXT);
        return document.op(DELETE_PATH, array(SqlTypes.TEXT, path).cast(texts), document.type());
    }

    /**
     * {@code hstore[key]}: the value of a key.
     *
     * @param hstore the keys and values
     * @param key the key
     * @return the value
     */
    public static Expression<String> item(Expression<String> hstore, String key) {
        return new PostgresqlExpression<>(List.of("", "[", "]"), SqlTypes.TEXT, List.of(hstore, Sql.value(key)));
    }

    /**
     * {@code AT TIME ZONE}: what a clock in another zone shows.
     *
     * @param time the time
     * @param zone the zone's name
     * @param result the type of the result: with offset for a time without, and the other way round
     * @param <T> its Java type
     * @return the other time
     */
    public static <T> Expression<T> atTimeZone(Expression<?> time, String zone, SqlType<T> result) {
        return time.op(TIME_ZONE, Sql.value(zone), result);
    }
}
