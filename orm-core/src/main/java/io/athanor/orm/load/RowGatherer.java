package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.engine.RowLayout;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what rows hold, and makes of it what the user asked for once everything that is loaded along with them is there.
 * Confined to the thread that reads the rows.
 *
 * @param <T> what each row yields
 */
public final class RowGatherer<T> {
    private final List<ValueReader> readers;
    private final RowShape<T> shape;
    /** Null where each row is one thing. */
    private final @Nullable RowLayout layout;

    private final @Nullable Set<Object> seen;
    private List<@Nullable Object> gathered = new ArrayList<>();

    RowGatherer(List<ValueReader> readers, List<String> keys, RowShape<T> shape, boolean isUnique) {
        this.readers = readers;
        this.shape = shape;
        this.layout = shape.kind() == RowShape.Kind.ONLY && readers.size() == 1
                ? null
                : new RowLayout(keys, shape.selected());
        boolean isOneEntity = layout == null && readers.get(0) instanceof EntityReader;
        Set<Object> known = isOneEntity ? Collections.newSetFromMap(new IdentityHashMap<>()) : new HashSet<>();
        this.seen = isUnique ? known : null;
    }

    /** An entity, which is the same only as itself, whatever it takes for equal. */
    private static final class Same {
        private final @Nullable Object entity;

        Same(@Nullable Object entity) {
            this.entity = entity;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.entity == entity;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(entity);
        }
    }

    /**
     * Take the present row.
     *
     * @param cursor stands on the row
     * @param context into what it is loaded
     */
    public void add(RowCursor cursor, LoadContext context) {
        if (layout == null) {
            addOnly(readers.get(0).read(cursor, context));
            return;
        }
        @Nullable Object[] values = new Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).read(cursor, context);
        }
        if (seen == null || seen.add(identity(values))) {
            gathered.add(layout.row(values));
        }
    }

    private void addOnly(@Nullable Object value) {
        if (seen == null || seen.add(value == null ? Same.class : value)) {
            gathered.add(value);
        }
    }

    private List<@Nullable Object> identity(@Nullable Object[] values) {
        List<@Nullable Object> identity = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            identity.add(readers.get(i) instanceof EntityReader ? new Same(values[i]) : values[i]);
        }
        return identity;
    }

    /**
     * Return how many rows were kept since the last were handed over.
     *
     * @return the number
     */
    public int size() {
        return gathered.size();
    }

    /**
     * Hand over what the rows yield, and begin anew.
     *
     * @return what was asked for, in the order of the rows
     */
    @SuppressWarnings("unchecked") // the only selected thing of a statement that yields a T is a T
    public List<@Nullable T> take() {
        List<@Nullable Object> rows = gathered;
        gathered = new ArrayList<>();
        if (layout == null) {
            return (List<@Nullable T>) rows;
        }
        List<@Nullable T> made = new ArrayList<>(rows.size());
        for (Object row : rows) {
            made.add(shape.read().apply((Row) row));
        }
        return made;
    }
}
