package io.athanor.sql.tree;

import java.util.List;
import java.util.function.Function;

/**
 * What a statement's rows become: what is selected, and how a {@code T} is made of a row.
 *
 * @param selected what is selected, in order
 * @param kind what a {@code T} is to a row
 * @param read makes a {@code T} of a row
 * @param <T> what each row yields
 * @since 0.1.0
 */
public record RowShape<T>(List<? extends Selectable<?>> selected, Kind kind, Function<? super Row, ? extends T> read) {
    /** What is made of a row. */
    public enum Kind {
        /** The {@link Row} itself. */
        ROW,
        /** The only thing that is selected. */
        ONLY,
        /** What a function makes of it. */
        MAPPED
    }

    /**
     * Return the shape of rows.
     *
     * @param selected what is selected
     * @return the shape
     */
    public static RowShape<Row> rows(List<? extends Selectable<?>> selected) {
        return new RowShape<>(List.copyOf(selected), Kind.ROW, row -> row);
    }

    /**
     * Return the shape of a single selected thing.
     *
     * @param only what is selected
     * @param <T> its Java type
     * @return the shape
     */
    public static <T> RowShape<T> only(Selectable<T> only) {
        return new RowShape<>(List.of(only), Kind.ONLY, row -> row.get(only));
    }

    /**
     * Return this shape with a function behind it.
     *
     * @param function applied to what each row yields
     * @param <U> what it makes of it
     * @return the shape
     */
    public <U> RowShape<U> map(Function<? super T, ? extends U> function) {
        return new RowShape<>(selected, Kind.MAPPED, row -> function.apply(read.apply(row)));
    }
}
