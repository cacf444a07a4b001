package io.athanor.sql.tree;

/**
 * A call of a function.
 *
 * @param <T> the Java type of its result
 * @since 0.1.0
 */
public interface FunctionCall<T> extends Expression<T> {
    /**
     * Aggregate each distinct value once, {@code f(DISTINCT x)}.
     *
     * @return the call over distinct values
     */
    FunctionCall<T> distinct();

    /**
     * Aggregate in an order, {@code f(x ORDER BY y)}.
     *
     * @param order what to sort by
     * @return the call over sorted values
     */
    FunctionCall<T> orderBy(Orderable... order);

    /**
     * Aggregate over a sorted group, {@code f() WITHIN GROUP (ORDER BY x)}.
     *
     * @param order what to sort by
     * @return the call over the sorted group
     */
    FunctionCall<T> withinGroup(Orderable... order);

    /**
     * Aggregate only the rows for which a condition holds, {@code f(x) FILTER (WHERE …)}; after another one, both must.
     *
     * @param where the condition
     * @return the call over these rows
     */
    FunctionCall<T> filter(Expression<Boolean> where);

    /**
     * Compute for each row over all rows, {@code OVER ()}.
     *
     * @return the window function
     */
    default Expression<T> over() {
        return over(Window.ALL);
    }

    /**
     * Compute for each row over the rows of its window, {@code OVER (…)}.
     *
     * @param window partition, order and frame
     * @return the window function
     */
    default Expression<T> over(Window window) {
        return new WindowFunction<>(this, window);
    }

    /**
     * Use the rows that the function yields as an element of FROM.
     *
     * @param columns the names of its columns; none if it is selected from as a whole
     * @return the element, under a generated name
     */
    TableFunction table(String... columns);

    /**
     * Select the single column of the rows that the function yields, which then stands in FROM under a generated name.
     *
     * @return the column
     */
    default NamedColumn<T> columnValued() {
        return table().value(type());
    }

    /**
     * Select the single column of the rows that the function yields, which then stands in FROM; SQLAlchemy's
     * {@code column_valued}.
     *
     * @param alias its name there
     * @return the column
     */
    default NamedColumn<T> columnValued(String alias) {
        return table().as(alias).value(type());
    }
}
