package io.athanor.engine;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement yields, read once and as it comes. Closed behind its last row, by the methods that return rows as a
 * whole, by {@link #close}, and with the transaction that it was opened in. Not thread-safe.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public interface Result<T extends @Nullable Object> extends Iterable<T>, AutoCloseable {
    /**
     * Read all that is left.
     *
     * @return an unmodifiable list, which may hold nulls
     */
    List<T> all();

    /**
     * Read the only row.
     *
     * @return what it yields, which may be {@code null}
     * @throws io.athanor.engine.error.NoResultFoundException if there is none
     * @throws io.athanor.engine.error.MultipleResultsFoundException if there are more
     */
    T one();

    /**
     * Read the only row, if there is one.
     *
     * @return what it yields, empty if there is no row, or if it yields {@code null}
     * @throws io.athanor.engine.error.MultipleResultsFoundException if there are more
     */
    Optional<T> oneOrNone();

    /**
     * Read the first row and close.
     *
     * @return what it yields, empty if there is no row, or if it yields {@code null}
     */
    Optional<T> first();

    /**
     * Read the first value of the first row and close.
     *
     * @return what the first row yields, or {@code null} if there is no row
     */
    @Nullable T scalar();

    /**
     * Read row by row.
     *
     * @return a stream; close it if it is not read to its end
     */
    Stream<T> stream();

    /**
     * Read in lists.
     *
     * @param size how many rows a list holds, save the last one; at least 1
     * @return a stream; close it if it is not read to its end
     */
    Stream<List<T>> partitions(int size);

    /**
     * Make a result of rows that were read before; for layers above the engine.
     *
     * @param rows the rows
     * @param keys the names of the columns
     * @param isByIdentity whether {@link #unique} takes two rows for the same only if they are one object
     * @param <T> what each row yields
     * @return the result
     */
    static <T extends @Nullable Object> Result<T> of(List<? extends T> rows, List<String> keys, boolean isByIdentity) {
        return streaming(rows.iterator(), keys, isByIdentity, () -> {});
    }

    /**
     * Make a result of rows that are read as they are asked for.
     *
     * @param rows the rows
     * @param keys the names of their columns
     * @param isByIdentity whether {@link #unique} keeps rows that are equal but not the same object
     * @param close gives up what the rows are read from; run at the end, and perhaps again
     * @param <T> what each row yields
     * @return the result
     */
    static <T extends @Nullable Object> Result<T> streaming(
            Iterator<? extends T> rows, List<String> keys, boolean isByIdentity, Runnable close) {
        return new SourcedResult<LoadedRows.Row<T>, T>(
                new LoadedRows<T>(rows, keys, isByIdentity, close), LoadedRows.Row::value, false);
    }

    /**
     * Return the names of the columns.
     *
     * @return the names in order
     */
    List<String> keys();

    /**
     * Make something else of each row.
     *
     * @param function what to make of what the row yields
     * @param <U> what it makes
     * @return a result that takes this one's place
     */
    <U extends @Nullable Object> Result<U> map(Function<? super T, ? extends U> function);

    /**
     * Leave out what came before, by {@code equals}.
     *
     * @return a result that takes this one's place
     */
    Result<T> unique();

    /** Close the result; does nothing the second time. */
    @Override
    void close();
}
