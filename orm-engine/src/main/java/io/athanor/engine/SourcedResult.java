package io.athanor.engine;

import io.athanor.engine.error.MultipleResultsFoundException;
import io.athanor.engine.error.NoResultFoundException;
import io.athanor.sql.error.ArgumentException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A result that reads its rows one after the other.
 *
 * @param <R> what the source stands on
 * @param <T> what each row yields
 */
final class SourcedResult<R, T extends @Nullable Object> implements Result<T> {
    private static final Object NULL = new Object();

    private final RowSource<R> source;
    private final Function<? super R, ? extends T> read;
    private final boolean isUnique;

    SourcedResult(RowSource<R> source, Function<? super R, ? extends T> read, boolean isUnique) {
        this.source = source;
        this.read = read;
        this.isUnique = isUnique;
    }

    @Override
    public Iterator<T> iterator() {
        return new Rows();
    }

    /** Looks one row ahead only when asked whether there is one. */
    private final class Rows implements Iterator<T> {
        private final @Nullable Set<Object> seen = isUnique ? source.newSet() : null;
        private boolean isAhead;
        private @Nullable T ahead;

        @Override
        public boolean hasNext() {
            while (!isAhead && source.next()) {
                T row = read();
                isAhead = seen == null || seen.add(Objects.requireNonNullElse(row, NULL));
                ahead = isAhead ? row : null;
            }
            return isAhead;
        }

        private T read() {
            try {
                return read.apply(source.row());
            } catch (RuntimeException failed) {
                closeAfter(failed);
                throw failed;
            }
        }

        @Override
        @SuppressWarnings("NullAway") // a row may yield null where T allows it
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The result has no more rows");
            }
            isAhead = false;
            T row = ahead;
            ahead = null;
            return row;
        }
    }

    private void closeAfter(RuntimeException failed) {
        try {
            source.close();
        } catch (RuntimeException second) {
            failed.addSuppressed(second);
        }
    }

    @Override
    public List<T> all() {
        try (this) {
            List<T> rows = new ArrayList<>();
            iterator().forEachRemaining(rows::add);
            return Collections.unmodifiableList(rows);
        }
    }

    @Override
    public T one() {
        try (this) {
            Iterator<T> rows = iterator();
            if (!rows.hasNext()) {
                throw new NoResultFoundException(
                        "No row was found when one was required; use first() or oneOrNone() where there may be none");
            }
            T only = rows.next();
            refuseMore(rows);
            return only;
        }
    }

    private void refuseMore(Iterator<T> rows) {
        if (rows.hasNext()) {
            throw new MultipleResultsFoundException(
                    "Multiple rows were found when exactly one was required; use first(), or narrow the condition");
        }
    }

    @Override
    public Optional<T> oneOrNone() {
        try (this) {
            Iterator<T> rows = iterator();
            Optional<T> only = rows.hasNext() ? Optional.ofNullable(rows.next()) : Optional.empty();
            refuseMore(rows);
            return only;
        }
    }

    @Override
    public Optional<T> first() {
        return Optional.ofNullable(scalar());
    }

    @Override
    public @Nullable T scalar() {
        try (this) {
            Iterator<T> rows = iterator();
            return rows.hasNext() ? rows.next() : null;
        }
    }

    @Override
    public Stream<T> stream() {
        Spliterator<T> rows = Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
        return StreamSupport.stream(rows, false).onClose(this::close);
    }

    @Override
    public Stream<List<T>> partitions(int size) {
        if (size < 1) {
            throw new ArgumentException("Partition size [%d] is less than 1; give at least 1".formatted(size));
        }
        Iterator<List<T>> parts = new Partitions<>(iterator(), size);
        Spliterator<List<T>> lists = Spliterators.spliteratorUnknownSize(parts, Spliterator.ORDERED);
        return StreamSupport.stream(lists, false).onClose(this::close);
    }

    private record Partitions<E extends @Nullable Object>(Iterator<E> rows, int size) implements Iterator<List<E>> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public List<E> next() {
            List<E> part = new ArrayList<>(Math.min(size, 1024));
            do {
                part.add(rows.next());
            } while (part.size() < size && rows.hasNext());
            return Collections.unmodifiableList(part);
        }
    }

    @Override
    public List<String> keys() {
        return source.names();
    }

    @Override
    public <U extends @Nullable Object> Result<U> map(Function<? super T, ? extends U> function) {
        if (isUnique) {
            throw new InvalidRequestException("unique() comes after map(…); call them in that order");
        }
        return new SourcedResult<>(source, row -> function.apply(read.apply(row)), false);
    }

    @Override
    public Result<T> unique() {
        return new SourcedResult<>(source, read, true);
    }

    @Override
    public void close() {
        source.close();
    }
}
