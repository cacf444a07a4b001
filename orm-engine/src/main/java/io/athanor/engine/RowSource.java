package io.athanor.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a result takes its rows from.
 *
 * @param <R> what it stands on
 */
interface RowSource<R> {
    /** Step to the next row; false behind the last one. */
    boolean next();

    /** What the source stands on. */
    R row();

    List<String> names();

    void close();

    /** Tells rows apart for {@code unique()}. */
    default Set<Object> newSet() {
        return new HashSet<>();
    }
}
