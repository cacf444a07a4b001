package io.athanor.sql;

import static io.athanor.sql.Sql.render;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.TestTables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.compile.StructureKey.ExpressionTooDeepException;
import io.athanor.sql.tree.Condition;
import io.athanor.sql.tree.Expression;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeepExpressionTests {
    private static final int OPERANDS = 10_000;
    private static final long SMALL_STACK = 512L * 1024;

    /** Run in a thread of a small stack; what is thrown there is thrown here. */
    private static <T> T inSmallStack(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(null, future, "small stack", SMALL_STACK);
        thread.start();
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private static <E> E repeated(E first, UnaryOperator<E> step) {
        E last = first;
        for (int i = 1; i < OPERANDS; i++) {
            last = step.apply(last);
        }
        return last;
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void chainOfAndCompilesInASmallStack() throws Exception {
        String sql = inSmallStack(() -> render(
                select(ACCOUNT.id).where(repeated(ACCOUNT.id.eq(1), (Condition all) -> all.and(ACCOUNT.id.ne(2))))));
        assertThat(count(sql, " AND ")).isEqualTo(OPERANDS - 1);
    }

    @Test
    void chainOfOrCompilesInASmallStack() throws Exception {
        String sql = inSmallStack(() -> render(
                select(ACCOUNT.id).where(repeated(ACCOUNT.id.eq(1), (Condition all) -> all.or(ACCOUNT.id.eq(2))))));
        assertThat(count(sql, " OR ")).isEqualTo(OPERANDS - 1);
    }

    @Test
    void chainOfPlusCompilesInASmallStack() throws Exception {
        String sql = inSmallStack(
                () -> render(select(repeated((Expression<Integer>) ACCOUNT.age, sum -> sum.plus(ACCOUNT.id)))));
        assertThat(count(sql, " + ")).isEqualTo(OPERANDS - 1);
    }

    @Test
    void chainOfPlusThatGrowsOnTheLeftCompilesInASmallStack() throws Exception {
        String sql = inSmallStack(
                () -> render(select(repeated((Expression<Integer>) ACCOUNT.age, sum -> ACCOUNT.id.plus(sum)))));
        assertThat(count(sql, " + ")).isEqualTo(OPERANDS - 1);
    }

    @Test
    void chainOfTimesAndOfConcatenationCompilesInASmallStack() throws Exception {
        String product =
                inSmallStack(() -> render(repeated((Expression<Integer>) ACCOUNT.age, all -> all.times(ACCOUNT.id))));
        String text = inSmallStack(() -> render(repeated((Expression<String>) ACCOUNT.name, all -> all.concat("x"))));
        assertThat(count(product, " * ")).isEqualTo(OPERANDS - 1);
        assertThat(count(text, " || ")).isEqualTo(OPERANDS - 1);
    }

    @Test
    void deeperNestingThanTheLimitIsRefused() {
        for (UnaryOperator<Expression<Integer>> step : java.util.List.<UnaryOperator<Expression<Integer>>>of(
                x -> x.minus(1),
                x -> x.divide(2),
                x -> x.negated(),
                x -> x.bitAnd(1),
                x -> Sql.func.coalesce(x, 1),
                x -> x.cast(io.athanor.sql.type.SqlTypes.INTEGER),
                x -> x.plus(1).times(2),
                x -> x.collate("c").label("l"),
                x -> Sql.when(ACCOUNT.active, x).otherwise(1),
                x -> value(1).minus(x))) {
            assertThatThrownBy(() -> inSmallStack(() -> render(repeated((Expression<Integer>) ACCOUNT.age, step))))
                    .isInstanceOf(ExpressionTooDeepException.class)
                    .hasMessageContaining("nested deeper than");
        }
    }

    @Test
    void alternatingAndAndOrDeeperThanTheLimitIsRefused() {
        assertThatThrownBy(() -> inSmallStack(() -> render(repeated(
                        ACCOUNT.id.eq(1),
                        (Condition all) -> all.and(ACCOUNT.id.eq(2)).or(ACCOUNT.id.eq(3))))))
                .isInstanceOf(ExpressionTooDeepException.class);
    }

    @Test
    void negationsDeeperThanTheLimitAreRefused() {
        assertThatThrownBy(() ->
                        inSmallStack(() -> render(repeated(ACCOUNT.id.eq(1).and(ACCOUNT.id.eq(2)), Condition::not))))
                .isInstanceOf(ExpressionTooDeepException.class);
    }
}
