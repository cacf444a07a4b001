package io.athanor.orm.load;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Projection;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Selectable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of entities and values. */
final class ReadRow implements Row {
    /** What all rows of one result share. */
    record Head(List<? extends Selectable<?>> selected, List<String> keys) {}

    private final Head head;
    private final @Nullable Object[] values;

    ReadRow(Head head, @Nullable Object[] values) {
        this.head = head;
        this.values = values;
    }

    @Override
    @SuppressWarnings("unchecked") // what was selected as a T was read as a T
    public <T> @Nullable T get(Selectable<T> selected) {
        int index = head.selected().indexOf(selected);
        if (index >= 0) {
            return (T) values[index];
        }
        if (selected instanceof Projection<T> projection) {
            return projection.read(this);
        }
        throw new ArgumentException(
                "The statement does not select [%s]; it selects %s".formatted(selected, head.selected()));
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        return cast(get(index), type, "Position [" + index + "]");
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        int index = head.keys().indexOf(name);
        if (index < 0 || index != head.keys().lastIndexOf(name)) {
            throw new ArgumentException("[%s] names %s; the row has %s"
                    .formatted(name, index < 0 ? "no column" : "several columns", head.keys()));
        }
        return cast(values[index], type, "Column [" + name + "]");
    }

    private static <T> @Nullable T cast(@Nullable Object value, Class<T> type, String what) {
        if (value != null && !type.isInstance(value)) {
            throw new ArgumentException("%s holds [%s], not [%s]; ask for its own class"
                    .formatted(what, value.getClass().getName(), type.getName()));
        }
        return type.cast(value);
    }

    @Override
    public @Nullable Object get(int index) {
        if (index < 0 || index >= values.length) {
            throw new ArgumentException(
                    "Position [%d] is not in the row; it has [%d] values".formatted(index, values.length));
        }
        return values[index];
    }

    @Override
    public List<String> keys() {
        return head.keys();
    }

    @Override
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(head.keys().get(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
