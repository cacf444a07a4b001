package io.athanor.sql;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FunctionCall;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StandardFunction;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/** The functions that need a window or a sorted group; {@link Functions} inherits them. */
class WindowFunctions {
    WindowFunctions() {}

    static Bind<Integer> count(String function, int n, int least) {
        if (n < least) {
            throw new ArgumentException("%s was given [%d]; give %d or more".formatted(function, n, least));
        }
        return new Bind<>(function, n, SqlTypes.INTEGER);
    }

    /**
     * {@code row_number()}: the number of the row in its window, from 1.
     *
     * @return the call
     */
    public FunctionCall<Long> rowNumber() {
        return StandardFunction.of("row_number", SqlTypes.BIGINT);
    }

    /**
     * {@code rank()}: the rank with gaps behind peers.
     *
     * @return the call
     */
    public FunctionCall<Long> rank() {
        return StandardFunction.of("rank", SqlTypes.BIGINT);
    }

    /**
     * {@code dense_rank()}: the rank without gaps.
     *
     * @return the call
     */
    public FunctionCall<Long> denseRank() {
        return StandardFunction.of("dense_rank", SqlTypes.BIGINT);
    }

    /**
     * {@code percent_rank()}: the rank from 0 to 1.
     *
     * @return the call
     */
    public FunctionCall<Double> percentRank() {
        return StandardFunction.of("percent_rank", SqlTypes.DOUBLE);
    }

    /**
     * {@code cume_dist()}: the share of rows up to the peers of this one.
     *
     * @return the call
     */
    public FunctionCall<Double> cumeDist() {
        return StandardFunction.of("cume_dist", SqlTypes.DOUBLE);
    }

    /**
     * {@code ntile(n)}: the number of the bucket, from 1.
     *
     * @param buckets how many there are, 1 or more; bound
     * @return the call
     */
    public FunctionCall<Long> ntile(int buckets) {
        return StandardFunction.of("ntile", SqlTypes.BIGINT, count("ntile", buckets, 1));
    }

    /**
     * {@code lag(x)}: the value of the row just before.
     *
     * @param of the expression
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> lag(Expression<T> of) {
        return StandardFunction.of("lag", null, of);
    }

    /**
     * {@code lag(x, n)}: the value of the row so far before.
     *
     * @param of the expression
     * @param distance how many rows, 0 or more; bound
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> lag(Expression<T> of, int distance) {
        return StandardFunction.of("lag", null, of, count("lag", distance, 0));
    }

    /**
     * {@code lag(x, n, y)}: the value of the row so far before.
     *
     * @param of the expression
     * @param distance how many rows, 0 or more; bound
     * @param otherwise the value where there is no such row, bound
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> lag(Expression<T> of, int distance, T otherwise) {
        Bind<T> value = new Bind<>("lag", otherwise, of.type());
        return StandardFunction.of("lag", null, of, count("lag", distance, 0), value);
    }

    /**
     * {@code lead(x)}: the value of the row just behind.
     *
     * @param of the expression
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> lead(Expression<T> of) {
        return StandardFunction.of("lead", null, of);
    }

    /**
     * {@code lead(x, n)}: the value of the row so far behind.
     *
     * @param of the expression
     * @param distance how many rows, 0 or more; bound
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> lead(Expression<T> of, int distance) {
        return StandardFunction.of("lead", null, of, count("lead", distance, 0));
    }

    /**
     * {@code lead(x, n, y)}: the value of the row so far behind.
     *
     * @param of the expression
     * @param distance how many rows, 0 or more; bound
     * @param otherwise the value where there is no such row, bound
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> lead(Expression<T> of, int distance, T otherwise) {
        Bind<T> value = new Bind<>("lead", otherwise, of.type());
        return StandardFunction.of("lead", null, of, count("lead", distance, 0), value);
    }

    /**
     * {@code first_value(x)}: the value of the first row of the frame.
     *
     * @param of the expression
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> firstValue(Expression<T> of) {
        return StandardFunction.of("first_value", null, of);
    }

    /**
     * {@code last_value(x)}: the value of the last row of the frame.
     *
     * @param of the expression
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> lastValue(Expression<T> of) {
        return StandardFunction.of("last_value", null, of);
    }

    /**
     * {@code nth_value(x, n)}: the value of one row of the frame.
     *
     * @param of the expression
     * @param n which row, from 1; bound
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> nthValue(Expression<T> of, int n) {
        return StandardFunction.of("nth_value", null, of, count("nth_value", n, 1));
    }

    /**
     * {@code mode()}: the most frequent value; call {@code withinGroup} on it.
     *
     * @param type the type of the values
     * @param <T> their Java type
     * @return the call
     */
    public <T> FunctionCall<T> mode(SqlType<T> type) {
        return StandardFunction.of("mode", type);
    }

    /**
     * {@code percentile_cont(p)}: the percentile between the values; call {@code withinGroup} on it.
     *
     * @param fraction from 0 to 1, bound
     * @param type the type of the result
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> percentileCont(double fraction, SqlType<T> type) {
        return StandardFunction.of("percentile_cont", type, new Bind<>("percentile_cont", fraction, SqlTypes.DOUBLE));
    }

    /**
     * {@code percentile_disc(p)}: the percentile among the values; call {@code withinGroup} on it.
     *
     * @param fraction from 0 to 1, bound
     * @param type the type of the result
     * @param <T> its Java type
     * @return the call
     */
    public <T> FunctionCall<T> percentileDisc(double fraction, SqlType<T> type) {
        return StandardFunction.of("percentile_disc", type, new Bind<>("percentile_disc", fraction, SqlTypes.DOUBLE));
    }

    /**
     * {@code CUBE(a, b)}: group by every combination of these, in GROUP BY.
     *
     * @param by the expressions
     * @return the grouping
     */
    public Expression<Object> cube(Expression<?>... by) {
        return StandardFunction.of("cube", SqlTypes.OTHER, by);
    }

    /**
     * {@code ROLLUP(a, b)}: group by these, by all but the last, and so on, in GROUP BY.
     *
     * @param by the expressions
     * @return the grouping
     */
    public Expression<Object> rollup(Expression<?>... by) {
        return StandardFunction.of("rollup", SqlTypes.OTHER, by);
    }

    /**
     * {@code GROUPING SETS((a), (b, c))}: group by each of these sets, in GROUP BY.
     *
     * @param sets the sets, {@code tuple(…)} or single expressions
     * @return the grouping
     */
    public Expression<Object> groupingSets(Expression<?>... sets) {
        List<SqlNode> all = new ArrayList<>(List.of(sets));
        return StandardFunction.of("grouping_sets", SqlTypes.OTHER, all.toArray(SqlNode[]::new));
    }
}
