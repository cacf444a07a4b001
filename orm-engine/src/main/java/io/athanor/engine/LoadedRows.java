package io.athanor.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that somebody else reads, or has read before. */
final class LoadedRows<T extends @Nullable Object> implements RowSource<LoadedRows.Row<T>> {
    private final Iterator<? extends T> rows;
    private final List<String> names;
    private final boolean isByIdentity;
    private final Runnable close;
    private @Nullable T present;

    /** The row that is stood on; a row itself may be null. */
    record Row<T extends @Nullable Object>(@Nullable T value) {}

    /** Two rows are the same by identity, only if they are one object, or else if they are equal. */
    LoadedRows(Iterator<? extends T> rows, List<String> names, boolean isByIdentity, Runnable close) {
        this.rows = rows;
        this.close = close;
        this.names = names;
        this.isByIdentity = isByIdentity;
    }

    @Override
    public boolean next() {
        boolean isThere = rows.hasNext();
        present = isThere ? rows.next() : null;
        return isThere;
    }

    @Override
    public Row<T> row() {
        return new Row<>(present);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void close() {
        present = null;
        close.run();
    }

    @Override
    public Set<Object> newSet() {
        return isByIdentity ? Collections.newSetFromMap(new IdentityHashMap<>()) : RowSource.super.newSet();
    }
}
