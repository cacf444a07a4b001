package io.athanor.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a result takes its rows from.
 *
 * @param <R> what it stands on
 */
interface RowSource<R> {
    /** Step to the next row; false behind the last one. */
    boolean next();

    /** What the source stands on; a row that was read before may be null. */
    @Nullable R row();

    List<String> names();

    void close();

    /** How many rows there may be. */
    default int sizeHint() {
        return 10;
    }

    /** Tells rows apart for {@code unique()}; null if they are known to differ. */
    default @Nullable Set<Object> newSet() {
        return new HashSet<>();
    }
}
