package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * States a list of rows; handed out by {@link Values#of}. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ValuesSpec {
    final Map<String, SqlType<?>> types = new LinkedHashMap<>();
    final List<List<Expression<?>>> rows = new ArrayList<>();

    ValuesSpec() {}

    /**
     * Add a column.
     *
     * @param name its name
     * @param type its type
     * @param <T> the Java type of its values
     * @return this
     * @throws ArgumentException if there is such a column, or rows came before
     */
    public <T> ValuesSpec column(String name, SqlType<T> type) {
        if (!rows.isEmpty() || types.putIfAbsent(name, type) != null) {
            throw new ArgumentException(
                    "Column [%s] comes twice or behind the first row; name each column once, then the rows"
                            .formatted(name));
        }
        return this;
    }

    /**
     * Add a row.
     *
     * @param values one per column: a value of the column's Java type, {@code null} for NULL, or an {@link Expression}
     * @return this
     * @throws ArgumentException if the values do not fit the columns
     */
    public ValuesSpec row(@Nullable Object... values) {
        if (values.length != types.size()) {
            throw new ArgumentException("Row has [%d] values for [%d] columns %s; give one for each"
                    .formatted(values.length, types.size(), types.keySet()));
        }
        List<Expression<?>> cells = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, SqlType<?>> column : types.entrySet()) {
            cells.add(cell(column.getKey(), column.getValue(), values[i++]));
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    private static <T> Expression<?> cell(String column, SqlType<T> type, @Nullable Object value) {
        if (value instanceof Expression<?> expression) {
            return expression;
        }
        if (value != null && !type.javaType().isInstance(value)) {
            throw new ArgumentException("Column [%s] holds [%s], not [%s] of class [%s]; convert the value"
                    .formatted(
                            column,
                            type.javaType().getName(),
                            value,
                            value.getClass().getName()));
        }
        return new Bind<>("param", type.javaType().cast(value), type);
    }
}
