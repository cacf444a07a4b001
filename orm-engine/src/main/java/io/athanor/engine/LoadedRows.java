package io.athanor.engine;

import io.athanor.engine.Result.Sameness;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that were read before. */
final class LoadedRows<T extends @Nullable Object> implements RowSource<T> {
    private final List<? extends T> all;
    private final Iterator<? extends T> rows;
    private final List<String> names;
    private final Sameness sameness;
    private @Nullable T present;

    LoadedRows(List<? extends T> rows, List<String> names, Sameness sameness) {
        this.all = rows;
        this.rows = rows.iterator();
        this.names = names;
        this.sameness = sameness;
    }

    @Override
    public boolean next() {
        boolean isThere = rows.hasNext();
        present = isThere ? rows.next() : null;
        return isThere;
    }

    @Override
    public @Nullable T row() {
        return present;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public int sizeHint() {
        return all.size();
    }

    @Override
    public void close() {
        present = null;
    }

    @Override
    public @Nullable Set<Object> newSet() {
        return switch (sameness) {
            case NONE -> null;
            case IDENTITY -> Collections.newSetFromMap(new IdentityHashMap<>());
            case EQUALITY -> new HashSet<>();
        };
    }
}
