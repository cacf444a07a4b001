package io.athanor.orm.session;

import io.athanor.engine.RowCursor;
import io.athanor.orm.load.LoadContext;
import io.athanor.orm.load.RowGatherer;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows that are read in portions as they are asked for, each with what is loaded along with it. */
final class Portions<T extends @Nullable Object> implements Iterator<T> {
    private final RowCursor cursor;
    private final RowGatherer<T> gatherer;
    private final int size;
    private final Supplier<LoadContext> contexts;
    private Iterator<T> portion = Collections.emptyIterator();
    private boolean isAtEnd;

    /** Read from a cursor; each portion is loaded in a context of its own. */
    Portions(RowCursor cursor, RowGatherer<T> gatherer, int size, Supplier<LoadContext> contexts) {
        this.cursor = cursor;
        this.gatherer = gatherer;
        this.size = size;
        this.contexts = contexts;
    }

    @Override
    public boolean hasNext() {
        while (!isAtEnd && !portion.hasNext()) {
            read();
        }
        return portion.hasNext();
    }

    private void read() {
        LoadContext context = contexts.get();
        context.persistence().checkUse();
        for (int i = 0; i < size && !isAtEnd; i++) {
            isAtEnd = !cursor.next();
            if (!isAtEnd) {
                gatherer.add(cursor, context);
            }
        }
        context.run().finish(context);
        portion = gatherer.take().iterator();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The result has no more rows");
        }
        return portion.next();
    }
}
