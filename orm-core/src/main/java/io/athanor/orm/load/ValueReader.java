package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import org.jspecify.annotations.Nullable;

/** Reads one selected thing from the present row of a cursor. */
interface ValueReader {
    @Nullable Object read(RowCursor cursor, LoadContext context);
}
