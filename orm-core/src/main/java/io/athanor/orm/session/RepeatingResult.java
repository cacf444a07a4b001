package io.athanor.orm.session;

import io.athanor.engine.InvalidRequestException;
import io.athanor.engine.Result;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in which owners repeat for each member of a collection, until {@link #unique} is called; as SQLAlchemy 2 has it. */
final class RepeatingResult<T extends @Nullable Object> implements Result<T> {
    private final Result<T> rows;

    RepeatingResult(Result<T> rows) {
        this.rows = rows;
    }

    private InvalidRequestException refused() {
        rows.close();
        return new InvalidRequestException(
                "The rows repeat, since collections are loaded by joins along with them; call unique() on the result");
    }

    @Override
    public Result<T> unique() {
        return rows.unique();
    }

    @Override
    public <U extends @Nullable Object> Result<U> map(Function<? super T, ? extends U> function) {
        return new RepeatingResult<>(rows.map(function));
    }

    @Override
    public List<T> all() {
        throw refused();
    }

    @Override
    public T one() {
        throw refused();
    }

    @Override
    public Optional<T> oneOrNone() {
        throw refused();
    }

    @Override
    public Optional<T> first() {
        throw refused();
    }

    @Override
    public @Nullable T scalar() {
        throw refused();
    }

    @Override
    public Stream<T> stream() {
        throw refused();
    }

    @Override
    public Stream<List<T>> partitions(int size) {
        throw refused();
    }

    @Override
    public Iterator<T> iterator() {
        throw refused();
    }

    @Override
    public List<String> keys() {
        return rows.keys();
    }

    @Override
    public void close() {
        rows.close();
    }
}
