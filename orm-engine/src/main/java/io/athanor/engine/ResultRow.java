package io.athanor.engine;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Selectable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row read whole. Equal to one of equal names and values. */
final class ResultRow implements Row {
    private final RowLayout layout;
    private final @Nullable Object[] values;

    ResultRow(RowLayout layout, @Nullable Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    static ResultRow of(RowLayout layout, RowCursor cursor) {
        @Nullable Object[] values = new Object[cursor.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cursor.get(i);
        }
        return new ResultRow(layout, values);
    }

    @Override
    @SuppressWarnings("unchecked") // what was selected has the type of its column
    public <T> @Nullable T get(Selectable<T> selected) {
        int index = layout.find(selected);
        if (index < 0 && selected instanceof Projection<T> projection) {
            return projection.read(this);
        }
        return (T) values[index < 0 ? layout.standingFor(selected) : index];
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        return cast(get(index), type, "at [" + index + "]");
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        return cast(values[layout.indexOf(name)], type, "[" + name + "]");
    }

    private static <T> @Nullable T cast(@Nullable Object value, Class<T> type, String column) {
        if (value != null && !type.isInstance(value)) {
            throw new ArgumentException("Column %s holds a [%s], not a [%s]; ask for its own class"
                    .formatted(column, value.getClass().getName(), type.getName()));
        }
        return type.cast(value);
    }

    @Override
    public @Nullable Object get(int index) {
        if (index < 0 || index >= values.length) {
            throw new ArgumentException(
                    "The row has no position [%d]; it has [%d], counted from 0".formatted(index, values.length));
        }
        return values[index];
    }

    @Override
    public List<String> keys() {
        return layout.names();
    }

    @Override
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(layout.names().get(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResultRow row
                && row.layout.names().equals(layout.names())
                && Arrays.deepEquals(row.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return "Row" + Arrays.deepToString(values);
    }
}
