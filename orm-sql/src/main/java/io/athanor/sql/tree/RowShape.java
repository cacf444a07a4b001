package io.athanor.sql.tree;

import java.util.List;
import java.util.function.Function;

/**
 * What a statement's rows become: what is selected, and how a {@code T} is made of a row.
 *
 * @param selected what is selected, in order
 * @param isRow whether a {@code T} is the {@link Row} itself
 * @param read makes a {@code T} of a row
 * @param <T> what each row yields
 * @since 0.1.0
 */
public record RowShape<T>(List<? extends Selectable<?>> selected, boolean isRow, Function<? super Row, ? extends T> read) {
    /**
     * Return the shape of rows.
     *
     * @param selected what is selected
     * @return the shape
     */
    public static RowShape<Row> rows(List<? extends Selectable<?>> selected) {
        return new RowShape<>(List.copyOf(selected), true, row -> row);
    }

    /**
     * Return the shape of a single selected thing.
     *
     * @param only what is selected
     * @param <T> its Java type
     * @return the shape
     */
    public static <T> RowShape<T> only(Selectable<T> only) {
        return new RowShape<>(List.of(only), false, row -> row.get(only));
    }

    /**
     * Return this shape with a function behind it.
     *
     * @param function applied to what each row yields
     * @param <U> what it makes of it
     * @return the shape
     */
    public <U> RowShape<U> map(Function<? super T, ? extends U> function) {
        return new RowShape<>(selected, false, row -> function.apply(read.apply(row)));
    }
}
