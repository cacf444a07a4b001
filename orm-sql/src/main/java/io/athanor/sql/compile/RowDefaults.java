package io.athanor.sql.compile;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.CurrentParameters;
import io.athanor.sql.tree.NamedColumn;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Makes the defaults of one execution, each once, and lets each see the other values of its row. */
final class RowDefaults {
    /** Stands for a value that is being made. */
    private static final Object MAKING = new Object();

    private final Map<Object, List<RowValue>> rows;
    private final IntFunction<@Nullable Object> stated;
    private final Map<Object, @Nullable Object> made = new IdentityHashMap<>();

    /**
     * Where a column of a row takes its value from.
     *
     * @param column the column
     * @param index which of the statement's binds, or -1
     * @param own the default, or {@code null}; with no bind either, the value is SQL
     */
    record RowValue(
            NamedColumn<?> column, int index, @Nullable Bind<?> own) {}

    /** The rows by the defaults in them, and the values of the statement's binds. */
    RowDefaults(Map<Object, List<RowValue>> rows, IntFunction<@Nullable Object> stated) {
        this.rows = rows;
        this.stated = stated;
    }

    @Nullable Object valueOf(Bind<?> bind) {
        Object origin = bind.origin();
        if (made.containsKey(origin)) {
            if (made.get(origin) == MAKING) {
                throw new ArgumentException(
                        "The default of column [%s] needs its own value, by way of others; leave one of them out"
                                .formatted(bind.name()));
            }
            return made.get(origin);
        }
        made.put(origin, MAKING);
        List<RowValue> row = rows.get(origin);
        Object value = bind.value(row == null ? CurrentParameters.NONE : new Row(row));
        made.put(origin, value);
        return value;
    }

    private final class Row implements CurrentParameters {
        private final List<RowValue> values;

        Row(List<RowValue> values) {
            this.values = values;
        }

        @Override
        @SuppressWarnings("unchecked") // a column is set to values of its own type
        public <T> @Nullable T get(NamedColumn<T> column) {
            for (RowValue each : values) {
                if (each.column().equals(column)) {
                    return (T) read(each);
                }
            }
            return null;
        }

        @Override
        public <T> @Nullable T get(String column, Class<T> type) {
            for (RowValue each : values) {
                if (each.column().key().equals(column)) {
                    Object value = read(each);
                    if (value != null && !type.isInstance(value)) {
                        throw new ArgumentException("Column [%s] is set to a [%s], not to a [%s]; ask for its own class"
                                .formatted(column, value.getClass().getName(), type.getName()));
                    }
                    return type.cast(value);
                }
            }
            return null;
        }

        @Override
        public boolean isSet(NamedColumn<?> column) {
            return values.stream().anyMatch(each -> each.column().equals(column));
        }

        private @Nullable Object read(RowValue value) {
            if (value.own() != null) {
                return valueOf(value.own());
            }
            if (value.index() < 0) {
                throw new ArgumentException(
                        "A default asks for column [%s], which is set by SQL, so its value is not known yet; set it to a value, or write the default in SQL"
                                .formatted(value.column().name()));
            }
            return stated.apply(value.index());
        }
    }
}
